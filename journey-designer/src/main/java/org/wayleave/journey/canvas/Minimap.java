package org.wayleave.journey.canvas;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.Viewport;
import org.wayleave.journey.canvas.paint.Ink;
import org.wayleave.journey.canvas.paint.InkedRegion;

/** The whole journey small, with the part on screen framed; a press or drag goes there. */
final class Minimap extends InkedRegion {

    private static final double WIDTH = 132;
    private static final double HEIGHT = 84;
    private static final double MARGIN = 8;
    /** Room around the journey in world units, so that the frame of the fitted view shows too. */
    private static final double AROUND = 60;

    private final Board board;
    private final Surface surface = new Surface(this::paint);
    private final Rectangle frame = new Rectangle();
    private double scale = 1;
    private double worldLeft;
    private double worldTop;

    Minimap(Board board, Texts texts) {
        this.board = board;
        getStyleClass().add("journey-minimap");
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        frame.getStyleClass().add("minimap-view");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        getChildren().addAll(surface, frame);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.get("minimap.text"));
        board.editor().journeyProperty().addListener((o, old, now) -> surface.repaint());
        board.watch(this::placeFrame);
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
    }

    @Override
    protected void inksChanged() {
        surface.repaint();
    }

    @Override
    protected void layoutChildren() {
        surface.fill(getWidth(), getHeight());
        placeFrame();
    }

    private void go(MouseEvent event) {
        double x = worldLeft + event.getX() / scale;
        double y = worldTop + event.getY() / scale;
        Viewport view = board.viewportProperty().get();
        board.viewportProperty()
                .set(new Viewport(
                        view.scale(), x - board.width() / (2 * view.scale()), y - board.height() / (2 * view.scale())));
        event.consume();
    }

    private void fitAll() {
        Box all = board.diagram().bounds().grown(AROUND);
        double fitting = Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1, all.width()), (HEIGHT - 2 * MARGIN) / Math.max(1, all.height()));
        scale = Math.min(fitting, 0.15);
        worldLeft = all.centreX() - WIDTH / (2 * scale);
        worldTop = all.centreY() - HEIGHT / (2 * scale);
    }

    private void paint(GraphicsContext g, double width, double height) {
        fitAll();
        g.clearRect(0, 0, width, height);
        g.setFill(ink(Ink.EDGE));
        for (Card card : board.diagram().cards()) {
            Box box = card.box();
            double w = Math.max(2, box.width() * scale);
            double h = Math.max(1.5, box.height() * scale);
            g.fillRoundRect((box.x() - worldLeft) * scale, (box.y() - worldTop) * scale, w, h, 3, 3);
        }
        placeFrame();
    }

    private void placeFrame() {
        Box seen = board.visible();
        double left = Math.clamp((seen.x() - worldLeft) * scale, 2, WIDTH - 2);
        double top = Math.clamp((seen.y() - worldTop) * scale, 2, HEIGHT - 2);
        double right = Math.clamp((seen.right() - worldLeft) * scale, 2, WIDTH - 2);
        double bottom = Math.clamp((seen.bottom() - worldTop) * scale, 2, HEIGHT - 2);
        frame.setX(left);
        frame.setY(top);
        frame.setWidth(right - left);
        frame.setHeight(bottom - top);
        frame.setArcWidth(4);
        frame.setArcHeight(4);
    }
}
