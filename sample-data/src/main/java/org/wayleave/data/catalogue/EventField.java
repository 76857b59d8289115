package org.wayleave.data.catalogue;

/**
 * A field of an event.
 *
 * @param required whether an event without it is refused
 */
public record EventField(String name, Type type, boolean required, Pii pii) {
    /** What a value must be. */
    public enum Type {
        STRING("string"),
        NUMBER("number"),
        INTEGER("integer"),
        BOOLEAN("boolean"),
        TIME("time");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }
    }

    /** Whether a value points at a person: not at all, as a token, or directly. */
    public enum Pii {
        NONE("none"),
        TOKEN("token"),
        DIRECT("direct");

        private final String wire;

        Pii(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }
    }
}
