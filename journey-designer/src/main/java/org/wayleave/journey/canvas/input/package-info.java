/** What mouse, wheel and keyboard do on the journey canvas, one controller for each interaction. */
@NullMarked
package org.wayleave.journey.canvas.input;

import org.jspecify.annotations.NullMarked;
