package org.wayleave.policy.ui;

import java.util.function.Consumer;
import org.wayleave.policy.opa.OpaSearch;

/** Looks for OPA; blocks, perhaps for minutes while OPA is being built, and is called off the FX thread only. */
@FunctionalInterface
public interface OpaSource {

    /**
     * Looks for OPA.
     *
     * @param progress gets a line now and then while the search waits
     */
    OpaSearch search(Consumer<String> progress);
}
