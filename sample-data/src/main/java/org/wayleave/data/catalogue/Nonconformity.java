package org.wayleave.data.catalogue;

/**
 * One way in which an event breaks its contract.
 *
 * @param reason what kind of break
 * @param field name of the field it is about, empty if it is about the event
 * @param sentence what is wrong, without the value of a field that may point at a person
 */
public record Nonconformity(Reason reason, String field, String sentence) {
    /** The kinds of break. */
    public enum Reason {
        NO_CONTRACT("no-contract", "No contract"),
        MISSING_FIELD("missing-field", "Field of the minimal set missing"),
        WRONG_TYPE("wrong-type", "Wrong type"),
        UNKNOWN_FIELD("unknown-field", "Field not in the contract"),
        DIRECT_PII("direct-pii", "Direct identifier where none is declared"),
        LATE("late", "Arrived too late"),
        FUTURE("future", "Happened after it arrived");

        private final String wire;
        private final String title;

        Reason(String wire, String title) {
            this.wire = wire;
            this.title = title;
        }

        /** Returns the name used in reports. */
        public String wire() {
            return wire;
        }

        /** Returns the reason in words. */
        public String title() {
            return title;
        }
    }
}
