/** The real OPA as a child process: finding it, compiling, checking, formatting and testing Rego with it, and serving queries. */
@NullMarked
package org.wayleave.policy.opa;

import org.jspecify.annotations.NullMarked;
