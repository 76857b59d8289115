package org.wayleave.policy.opa;

import java.util.List;

/** What formatting Rego came to. */
public sealed interface Formatting {

    /**
     * The text in OPA's form.
     *
     * @param text the whole file
     */
    record Formatted(String text) implements Formatting {}

    /**
     * The text cannot be read as Rego.
     *
     * @param faults what OPA found; at least one
     */
    record Unreadable(List<RegoFault> faults) implements Formatting {
        /** Copies the faults. */
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }
}
