package org.wayleave.data.quality;

/**
 * One sentence of the verdict on a table.
 *
 * @param topic "profile", "drift", "utility" or "disclosure"
 */
public record Statement(String topic, Level level, String sentence) {
    /** What it means for the reader. */
    public enum Level {
        /** Nothing speaks against it. */
        GOOD("good"),
        /** To be looked at, or not measured. */
        CARE("care"),
        /** Something is wrong. */
        BAD("bad");

        private final String wire;

        Level(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }
    }
}
