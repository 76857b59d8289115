package org.wayleave.app.report.svg;

import java.util.ArrayList;
import java.util.List;

/** Names on edges, each on a piece of its edge, if possible an upright one, where it hides neither a card nor a name. */
final class EdgeLabels {
    private static final double[] PLACES = {0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9};
    private static final double LETTER = 6.9;
    private static final double HEIGHT = 16;

    /** A name would hide most of an upright piece that is shorter. */
    private static final double SHORT = 26;

    private final List<Box> cards;
    private final List<Label> labels = new ArrayList<>();

    private record Label(String text, Box box) {}

    EdgeLabels(List<Box> cards) {
        this.cards = List.copyOf(cards);
    }

    /**
     * Finds a place for a name on an edge; the best of the bad ones when none is free.
     *
     * @param endShared whether other edges end where this one does, so that its last piece would not tell whose name it is
     */
    void add(List<Point> points, String text, boolean endShared) {
        double width = text.length() * LETTER + 10;
        Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            boolean level = Math.abs(a.y() - b.y()) < 1;
            double length = Math.abs(a.y() - b.y()) + Math.abs(a.x() - b.x());
            double piece = (level ? 80 : length < SHORT ? 120 : 0)
                    + (endShared && i + 2 == points.size() ? 400 : 0)
                    - Math.min(length, 300) / 2;
            if (level && length < width) {
                continue;
            }
            for (int place = 0; place < PLACES.length; place++) {
                double x = a.x() + (b.x() - a.x()) * PLACES[place];
                double y = a.y() + (b.y() - a.y()) * PLACES[place];
                Box box = new Box(x - width / 2, y - HEIGHT / 2, x + width / 2, y + HEIGHT / 2);
                double cost = 1_000.0 * hidden(box) + 10 * place + piece;
                if (cost < least) {
                    least = cost;
                    best = box;
                }
            }
        }
        if (best != null) {
            labels.add(new Label(text, best));
        }
    }

    private long hidden(Box box) {
        return cards.stream().filter(card -> card.overlaps(box)).count()
                + labels.stream().filter(label -> label.box().overlaps(box)).count();
    }

    /** Draws the names, over every edge. */
    void draw(Svg svg) {
        for (Label label : labels) {
            Box box = label.box();
            svg.rect(box.left(), box.top(), box.right() - box.left(), HEIGHT, 3, "paper");
            svg.text("text", label.text(), "x", box.centre(), "y", box.top() + 12, "class", "small muted middle");
        }
    }
}
