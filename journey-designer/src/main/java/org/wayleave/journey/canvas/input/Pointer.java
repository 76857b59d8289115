package org.wayleave.journey.canvas.input;

import org.wayleave.journey.canvas.geometry.Point;

/**
 * Where the pointer is and which keys are held.
 *
 * @param screen pixels from the upper left corner of the canvas
 * @param world the same place in world units
 * @param shift whether Shift is held
 * @param shortcut whether Ctrl, or Command on macOS, is held
 * @param alt whether Alt is held
 */
public record Pointer(Point screen, Point world, boolean shift, boolean shortcut, boolean alt) {}
