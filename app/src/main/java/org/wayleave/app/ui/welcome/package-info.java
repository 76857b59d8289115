/** What stands in the window while no workspace is open: the sample, recent workspaces, opening and making one. */
@NullMarked
package org.wayleave.app.ui.welcome;

import org.jspecify.annotations.NullMarked;
