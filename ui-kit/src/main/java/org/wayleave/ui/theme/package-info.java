/** Colours, type and signs of the desktop in its light and dark appearance. */
@NullMarked
package org.wayleave.ui.theme;

import org.jspecify.annotations.NullMarked;
