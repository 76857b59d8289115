/** The Policies page: Rego files with their titles, an editor with OPA's own errors, unit tests, and saving what compiles. */
@NullMarked
package org.wayleave.policy.ui;

import org.jspecify.annotations.NullMarked;
