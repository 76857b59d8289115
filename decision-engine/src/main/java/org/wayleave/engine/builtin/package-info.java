/** Rego's built-in functions, one class a family. */
@NullMarked
package org.wayleave.engine.builtin;

import org.jspecify.annotations.NullMarked;
