/** Random calls of built-in functions, family by family, to compare with OPA. */
@NullMarked
package org.wayleave.engine.differential.call;

import org.jspecify.annotations.NullMarked;
