package org.wayleave.journey.imports.foreign;

/**
 * Something that a journey from another tool lost, or that became something else, when it was imported.
 *
 * @param path where it stood in the file
 * @param what what stood there, in a few words
 * @param fate what became of it
 * @param note what that means, in a sentence
 */
public record Loss(String path, String what, Fate fate, String note) {

    /** What became of a part that has no counterpart here. */
    public enum Fate {
        /** It is not in the journey. */
        LEFT_OUT("left out"),
        /** It stands in the journey as it was, and nothing here acts on it. */
        KEPT("kept as it was"),
        /** It became something that is not quite the same. */
        CHANGED("changed");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        /** The name in files. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** What people read. */
        public String words() {
            return words;
        }
    }
}
