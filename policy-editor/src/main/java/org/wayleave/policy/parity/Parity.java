package org.wayleave.policy.parity;

import java.util.List;

/**
 * What the comparison with OPA found.
 *
 * @param sampled how many decisions OPA made again; 0 when parity was not checked
 * @param mismatches how many of them differ
 * @param status whether there was a comparison
 * @param reason one line: which OPA compared, or why none did and what to install
 * @param examples the first few differences, in the order of the samples
 */
public record Parity(int sampled, int mismatches, Status status, String reason, List<Mismatch> examples) {

    /** Copies the examples. */
    public Parity {
        examples = List.copyOf(examples);
    }

    /** Whether there was a comparison. */
    public enum Status {
        /** OPA made every sampled decision again. */
        CHECKED("checked"),
        /** There was no OPA, or it could not do it. */
        NOT_CHECKED("not-checked");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }

        /** The name used in JSON. */
        public String wire() {
            return wire;
        }
    }

    /**
     * A decision that OPA makes differently.
     *
     * @param sample the place of the decision among the samples, from 0
     * @param ours the result that was recorded, as JSON
     * @param opas OPA's result, as JSON; {@code undefined} when OPA has none
     */
    public record Mismatch(int sample, String ours, String opas) {}

    static Parity notChecked(String reason) {
        return new Parity(0, 0, Status.NOT_CHECKED, reason, List.of());
    }
}
