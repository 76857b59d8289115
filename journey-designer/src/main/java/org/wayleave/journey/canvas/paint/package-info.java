/** Painters of the journey canvas, one for each kind of element, and the colours they use. */
@NullMarked
package org.wayleave.journey.canvas.paint;

import org.jspecify.annotations.NullMarked;
