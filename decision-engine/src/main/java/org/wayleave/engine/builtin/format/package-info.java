/** Texts made from a format and values, as Go's {@code fmt} makes them. */
@NullMarked
package org.wayleave.engine.builtin.format;

import org.jspecify.annotations.NullMarked;
