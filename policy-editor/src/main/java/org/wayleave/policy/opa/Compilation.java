package org.wayleave.policy.opa;

import java.util.List;

/** What compiling Rego came to. */
public sealed interface Compilation {

    /**
     * The files compile.
     *
     * @param json the plan, as OPA wrote it
     * @param opaVersion the version of OPA that made it
     */
    record Plan(String json, String opaVersion) implements Compilation {}

    /**
     * The files do not compile.
     *
     * @param faults what OPA found; at least one
     */
    record Faulty(List<RegoFault> faults) implements Compilation {
        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
