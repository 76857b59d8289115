package org.wayleave.journey.canvas.geometry;

/** How much of a step is drawn at a scale. */
public enum DetailLevel {
    /** The whole card with icon, name, meaning, outlets, badge and figures. */
    CARDS,
    /** A block with the icon's colour and the bar of the run. */
    BLOCKS,
    /** A dot. */
    DOTS;

    private static final double CARDS_FROM = 0.5;
    private static final double BLOCKS_FROM = 0.16;

    /** Returns the level for a scale. */
    public static DetailLevel at(double scale) {
        if (scale >= CARDS_FROM) {
            return CARDS;
        }
        return scale >= BLOCKS_FROM ? BLOCKS : DOTS;
    }
}
