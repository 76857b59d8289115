package org.wayleave.data.identity;

import java.time.Instant;

/**
 * A change of clusters by a person, as the log keeps it; nothing is ever taken out of the log.
 *
 * @param number 1 and up
 * @param what what was done
 * @param first one identifier of the link that was made or cut
 * @param second the other
 * @param reason why, in the words of who did it
 * @param about number of the operation that is undone or done again; 0 otherwise
 */
public record IdentityOperation(
        int number, Instant time, String author, What what, int first, int second, String reason, int about) {
    /** The kinds of change. */
    public enum What {
        MERGE("merge"),
        SPLIT("split"),
        UNDO("undo"),
        REDO("redo");

        private final String wire;

        What(String wire) {
            this.wire = wire;
        }

        /** Returns the kind in a word. */
        public String wire() {
            return wire;
        }
    }
}
