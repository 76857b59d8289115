package org.wayleave.journey.canvas.geometry;

/**
 * The part of the world that is on screen: a world place {@code (x, y)} is drawn at {@code ((x - left) * scale, (y -
 * top) * scale)}.
 *
 * @param scale screen pixels for a world unit, between {@link #MIN_SCALE} and {@link #MAX_SCALE}
 * @param left world x at the left edge of the screen
 * @param top world y at the upper edge of the screen
 */
public record Viewport(double scale, double left, double top) {

    /** The smallest scale: a journey of 5,000 steps still fits on a screen. */
    public static final double MIN_SCALE = 0.02;

    /** The largest scale. */
    public static final double MAX_SCALE = 4;

    /** The scale of one press of zoom in or out. */
    public static final double STEP = 1.2;

    private static final double FIT_MARGIN = 24;

    /** 100 % with the origin in the upper left corner. */
    public static final Viewport ORIGIN = new Viewport(1, 0, 0);

    /** Creates a viewport; a scale out of range is brought into it. */
    public Viewport {
        scale = Math.clamp(scale, MIN_SCALE, MAX_SCALE);
    }

    /** Returns the world place under a screen place. */
    public Point toWorld(double screenX, double screenY) {
        return new Point(left + screenX / scale, top + screenY / scale);
    }

    /** Returns the screen place of a world place. */
    public Point toScreen(double worldX, double worldY) {
        return new Point((worldX - left) * scale, (worldY - top) * scale);
    }

    /** Returns the world rectangle that a screen of the given size shows. */
    public Box visible(double screenWidth, double screenHeight) {
        return new Box(left, top, screenWidth / scale, screenHeight / scale);
    }

    /** Returns this viewport after the content was dragged by the given screen distances. */
    public Viewport panned(double screenDx, double screenDy) {
        return new Viewport(scale, left - screenDx / scale, top - screenDy / scale);
    }

    /** Returns this viewport at another scale, with the world place under the given screen place kept there. */
    public Viewport zoomedTo(double newScale, double screenX, double screenY) {
        Point fixed = toWorld(screenX, screenY);
        double clamped = Math.clamp(newScale, MIN_SCALE, MAX_SCALE);
        return new Viewport(clamped, fixed.x() - screenX / clamped, fixed.y() - screenY / clamped);
    }

    /** Returns the viewport that shows the whole of the content, centred, and never larger than the given scale. */
    public static Viewport fitting(Box content, double screenWidth, double screenHeight, double largestScale) {
        double width = Math.max(1, screenWidth - 2 * FIT_MARGIN);
        double height = Math.max(1, screenHeight - 2 * FIT_MARGIN);
        double scale = Math.min(
                largestScale, Math.min(width / Math.max(1, content.width()), height / Math.max(1, content.height())));
        scale = Math.clamp(scale, MIN_SCALE, MAX_SCALE);
        return new Viewport(
                scale, content.centreX() - screenWidth / (2 * scale), content.centreY() - screenHeight / (2 * scale));
    }

    /** Returns this viewport moved just so far that the content, or as much as fits of it, is on screen. */
    public Viewport revealing(Box content, double screenWidth, double screenHeight) {
        double margin = 24 / scale;
        Box wanted = content.grown(margin);
        Box seen = visible(screenWidth, screenHeight);
        double newLeft = left;
        double newTop = top;
        if (wanted.x() < seen.x() || wanted.width() > seen.width()) {
            newLeft = wanted.x();
        } else if (wanted.right() > seen.right()) {
            newLeft = wanted.right() - seen.width();
        }
        if (wanted.y() < seen.y() || wanted.height() > seen.height()) {
            newTop = wanted.y();
        } else if (wanted.bottom() > seen.bottom()) {
            newTop = wanted.bottom() - seen.height();
        }
        return new Viewport(scale, newLeft, newTop);
    }
}
