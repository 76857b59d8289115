package org.wayleave.policy.opa;

import java.util.Optional;

/**
 * What a search for OPA came to.
 *
 * @param executable the OPA to use, when there is one
 * @param explanation one line: where it was found, or what to install
 */
public record OpaSearch(Optional<OpaExecutable> executable, String explanation) {}
