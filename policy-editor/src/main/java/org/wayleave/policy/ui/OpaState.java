package org.wayleave.policy.ui;

import org.wayleave.policy.opa.OpaCompiler;

/** Whether there is an OPA to compile with. */
sealed interface OpaState {

    /**
     * It is being looked for, or being built.
     *
     * @param progress one line; empty when there is nothing to say yet
     */
    record Searching(String progress) implements OpaState {}

    /**
     * There is one.
     *
     * @param compiler what works with it
     * @param explanation one line: version and place
     */
    record Ready(OpaCompiler compiler, String explanation) implements OpaState {}

    /**
     * There is none.
     *
     * @param explanation one line: what to install
     */
    record Missing(String explanation) implements OpaState {}
}
