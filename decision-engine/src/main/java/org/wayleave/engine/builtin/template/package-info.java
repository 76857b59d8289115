/** Templates in the language of Go's {@code text/template}, over data without methods. */
@NullMarked
package org.wayleave.engine.builtin.template;

import org.jspecify.annotations.NullMarked;
