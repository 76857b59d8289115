/** What can be read from the text of a Rego file without running OPA: its package, and its annotations. */
@NullMarked
package org.wayleave.policy.rego;

import org.jspecify.annotations.NullMarked;
