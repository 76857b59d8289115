/** The journey canvas: a drawing of a journey that is edited in place. */
@NullMarked
package org.wayleave.journey.canvas;

import org.jspecify.annotations.NullMarked;
