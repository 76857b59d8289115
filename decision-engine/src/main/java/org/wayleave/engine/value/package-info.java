/** Rego's values: immutable, exact, in Rego's total order, with JSON in and out. */
@NullMarked
package org.wayleave.engine.value;

import org.jspecify.annotations.NullMarked;
