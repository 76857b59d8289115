package org.wayleave.ui.theme;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * The signs of consent states and of the rungs of a ladder: each a shape and a colour, the same everywhere, so that
 * colour never carries the meaning alone.
 */
public enum Glyph {
    /** Filled green circle. */
    GRANTED("granted", Token.GRANTED),
    /** Filled red square. */
    DENIED("denied", Token.DENIED),
    /** Grey ring. */
    UNKNOWN("unknown", Token.UNKNOWN),
    /** Amber ring, its left half filled. */
    EXPIRED("expired", Token.EXPIRED),
    /** Triangle. */
    PERSONALISED("personalised", Token.PERSONALISED),
    /** Diamond. */
    CONTEXTUAL("contextual", Token.CONTEXTUAL),
    /** Flat bar. */
    GENERIC("generic", Token.GENERIC),
    /** Small dot. */
    SILENCE("silence", Token.SILENCE);

    private final String word;
    private final Token token;

    Glyph(String word, Token token) {
        this.word = word;
        this.token = token;
    }

    /** The word it stands for, in lower case: granted, denied, unknown, expired, personalised, contextual, generic, silence. */
    public String word() {
        return word;
    }

    /** Its colour. */
    public Token token() {
        return token;
    }

    /**
     * The glyph of a consent state or rung.
     *
     * @param word in any case
     * @throws IllegalArgumentException when no glyph has that word
     */
    public static Glyph of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (Glyph glyph : values()) {
            if (glyph.word.equals(lower)) {
                return glyph;
            }
        }
        throw new IllegalArgumentException("No glyph for '" + word + "'");
    }

    /**
     * A new node of a fixed size in pixels, coloured by the style sheet, with the word as accessible text.
     *
     * @param size side of its square, such as 12
     */
    public Node node(double size) {
        Pane pane = new Pane();
        pane.setMinSize(size, size);
        pane.setPrefSize(size, size);
        pane.setMaxSize(size, size);
        double c = size / 2;
        double r = size * 0.40;
        switch (this) {
            case GRANTED -> pane.getChildren().add(styled(new Circle(c, c, r), ""));
            case DENIED -> {
                double side = size * 0.68;
                pane.getChildren().add(styled(new Rectangle(c - side / 2, c - side / 2, side, side), ""));
            }
            case UNKNOWN -> pane.getChildren().add(styled(new Circle(c, c, r * 0.92), ""));
            case EXPIRED -> {
                Arc half = new Arc(c, c, r * 0.92, r * 0.92, 90, 180);
                half.setType(ArcType.CHORD);
                pane.getChildren().addAll(styled(half, "-half"), styled(new Circle(c, c, r * 0.92), ""));
            }
            case PERSONALISED ->
                pane.getChildren().add(styled(new Polygon(c, c - r, c + r, c + r * 0.8, c - r, c + r * 0.8), ""));
            case CONTEXTUAL -> pane.getChildren().add(styled(new Polygon(c, c - r, c + r, c, c, c + r, c - r, c), ""));
            case GENERIC -> pane.getChildren().add(styled(new Rectangle(c - r, c - r * 0.28, 2 * r, r * 0.56), ""));
            case SILENCE -> pane.getChildren().add(styled(new Circle(c, c, Math.max(1, r * 0.28)), ""));
        }
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(word);
        pane.setMouseTransparent(true);
        return pane;
    }

    /**
     * Draws the glyph.
     *
     * @param x centre
     * @param y centre
     * @param size side of its square, in the units of the context
     */
    public void paint(GraphicsContext g, Tokens tokens, double x, double y, double size) {
        double r = size * 0.40;
        double ring = Math.max(1, size * 0.14);
        g.setFill(tokens.color(token));
        g.setStroke(tokens.color(token));
        g.setLineWidth(ring);
        switch (this) {
            case GRANTED -> g.fillOval(x - r, y - r, 2 * r, 2 * r);
            case DENIED -> g.fillRect(x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r);
            case UNKNOWN -> ring(g, x, y, r * 0.92);
            case EXPIRED -> {
                double h = r * 0.92;
                g.fillArc(x - h, y - h, 2 * h, 2 * h, 90, 180, ArcType.CHORD);
                ring(g, x, y, h);
            }
            case PERSONALISED ->
                g.fillPolygon(
                        new double[] {x, x + r * 1.1, x - r * 1.1}, new double[] {y - r, y + r * 0.9, y + r * 0.9}, 3);
            case CONTEXTUAL ->
                g.fillPolygon(
                        new double[] {x, x + r * 1.1, x, x - r * 1.1},
                        new double[] {y - r * 1.1, y, y + r * 1.1, y},
                        4);
            case GENERIC -> g.fillRect(x - r, y - r * 0.36, 2 * r, r * 0.72);
            case SILENCE -> {
                double d = Math.max(1, r * 0.4);
                g.fillOval(x - d, y - d, 2 * d, 2 * d);
            }
        }
    }

    private static void ring(GraphicsContext g, double x, double y, double r) {
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    private Shape styled(Shape shape, String suffix) {
        shape.getStyleClass().addAll("glyph", "glyph-" + word + suffix);
        return shape;
    }
}
