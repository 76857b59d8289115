/** The window around the pages: rail, header, inspector, drawer, status bar, palette and search. */
@NullMarked
package org.wayleave.app.ui.shell;

import org.jspecify.annotations.NullMarked;
