/** Comparison of decisions with those that the real OPA makes from the same Rego. */
@NullMarked
package org.wayleave.policy.parity;

import org.jspecify.annotations.NullMarked;
