package org.wayleave.data.registry;

import org.jspecify.annotations.Nullable;

/**
 * Where declared and observed use differ.
 *
 * @param id of the data element or event
 * @param title of it; its id if it is not declared
 * @param reader who reads; null for what nobody reads
 * @param sentence what differs and what to do
 */
public record UseDifference(Kind kind, String id, String title, ObservedUse.@Nullable Reader reader, String sentence) {
    /** Kinds of differences, the gravest first. */
    public enum Kind {
        UNDECLARED("Read but not declared"),
        NO_BASIS("No lawful basis"),
        BASIS_MISMATCH("Another basis is stated"),
        PURPOSE_MISMATCH("Purpose not declared"),
        USE_NOT_ALLOWED("Use not allowed"),
        RETENTION_EXCEEDED("Looks back too far"),
        NEVER_READ("Declared but never read");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Returns it in words. */
        public String title() {
            return title;
        }

        /** Returns the name used in documents, e.g. "never-read". */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
