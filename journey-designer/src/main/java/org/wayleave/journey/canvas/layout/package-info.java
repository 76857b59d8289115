/** Automatic layout of a journey in layers. */
@NullMarked
package org.wayleave.journey.canvas.layout;

import org.jspecify.annotations.NullMarked;
