/** Stand-ins for the window system in tests of the desktop. */
@NullMarked
package org.wayleave.app.ui.testing;

import org.jspecify.annotations.NullMarked;
