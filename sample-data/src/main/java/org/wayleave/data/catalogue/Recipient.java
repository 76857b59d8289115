package org.wayleave.data.catalogue;

/**
 * Who receives data.
 *
 * @param country where it is established, ISO 3166-1 alpha-2; empty if not declared
 * @param description what it does with the data; may be empty
 */
public record Recipient(String id, String title, Role role, String country, String description) {
    /** In what capacity data is received. */
    public enum Role {
        INTERNAL("internal"),
        PROCESSOR("processor"),
        CONTROLLER("controller"),
        JOINT_CONTROLLER("joint-controller"),
        AUTHORITY("authority");

        private final String wire;

        Role(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }
    }
}
