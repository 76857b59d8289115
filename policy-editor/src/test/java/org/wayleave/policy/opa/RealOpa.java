package org.wayleave.policy.opa;

import org.junit.jupiter.api.Assumptions;

/** The real OPA for tests that need it; where there is none, the test is skipped and says what to install. */
public final class RealOpa {

    private RealOpa() {}

    /** The OPA of this machine, or an aborted test. */
    public static OpaExecutable required() {
        OpaSearch search = OpaExecutable.search(line -> System.out.println("opa: " + line));
        Assumptions.assumeTrue(search.executable().isPresent(), () -> {
            String why = "SKIPPED, needs OPA: " + search.explanation();
            System.out.println(why);
            return why;
        });
        return search.executable().orElseThrow();
    }
}
