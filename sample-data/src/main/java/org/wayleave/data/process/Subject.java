package org.wayleave.data.process;

/**
 * What an event is about.
 *
 * @param category position of the category for {@link Kind#FIXED}, -1 otherwise
 */
public record Subject(Kind kind, int category) {
    /** Where the subject comes from. */
    public enum Kind {
        /** A category by the person's leaning, a product by its popularity, the person's size. */
        AFFINITY("affinity"),
        /** A given category, a product by its popularity, the person's size. */
        FIXED("fixed"),
        /** Category, product and size of what it follows. */
        SAME("same"),
        /** Category and product of what it follows. */
        PRODUCT("product"),
        /** Category of what it follows. */
        CATEGORY("category"),
        /** Nothing. */
        NONE("none");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in recipes. */
        public String wire() {
            return wire;
        }
    }
}
