/** Positions, boxes, edge routes and the viewport of the journey canvas, in world units of one pixel at 100 %. */
@NullMarked
package org.wayleave.journey.canvas.geometry;

import org.jspecify.annotations.NullMarked;
