package org.wayleave.journey.canvas.geometry;

/** Where the parts of a step's card lie, in world units. */
public final class CardShape {

    /** Width of a card. */
    public static final double WIDTH = 200;

    /** Height of a card. */
    public static final double HEIGHT = 64;

    /** Distance of the dots of the ground, to which nothing snaps. */
    public static final double GRID = 16;

    /** Radius around a port within which a press takes hold of it. */
    public static final double PORT_REACH = 11;

    private static final double WIDEST_PORT_GAP = 32;

    private CardShape() {}

    /** Returns the box of a card whose upper left corner is given. */
    public static Box box(double x, double y) {
        return new Box(x, y, WIDTH, HEIGHT);
    }

    /** Returns where edges arrive. */
    public static Point entrance(Box card) {
        return new Point(card.centreX(), card.y());
    }

    /** Returns where the edges of the port with the given number (from 0) out of {@code count} leave. */
    public static Point outlet(Box card, int index, int count) {
        if (count <= 1) {
            return new Point(card.centreX(), card.bottom());
        }
        double gap = Math.min(WIDEST_PORT_GAP, (card.width() - 32) / (count - 1));
        return new Point(card.centreX() + (index - (count - 1) / 2.0) * gap, card.bottom());
    }
}
