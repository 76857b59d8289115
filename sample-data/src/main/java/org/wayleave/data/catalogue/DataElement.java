package org.wayleave.data.catalogue;

import java.util.List;

/**
 * A kind of data held about people.
 *
 * @param lawfulBasis id of the basis it is held on; empty if none is declared
 * @param purposes ids of the purposes it may serve
 * @param allowedUses what may be done with it, e.g. "eligibility", "ranking", "content", "measurement"
 * @param retentionDays how long a record may be kept and used
 * @param stewardship who answers for it, where it comes from and who receives it
 */
public record DataElement(
        String id,
        String title,
        String description,
        String lawfulBasis,
        List<String> purposes,
        List<String> allowedUses,
        int retentionDays,
        Sensitivity sensitivity,
        Source source,
        Stewardship stewardship) {
    /** Copies the lists. */
    public DataElement {
        purposes = List.copyOf(purposes);
        allowedUses = List.copyOf(allowedUses);
    }

    /** How much harm a misuse can do; special means a category that the law protects specially. */
    public enum Sensitivity {
        NORMAL("normal"),
        SENSITIVE("sensitive"),
        SPECIAL("special");

        private final String wire;

        Sensitivity(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }
    }

    /** How the data came to be. */
    public enum Source {
        OBSERVED("observed"),
        TOLD("told"),
        INFERRED("inferred");

        private final String wire;

        Source(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }
    }
}
