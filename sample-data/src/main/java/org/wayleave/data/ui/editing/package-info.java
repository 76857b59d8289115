/** What the panes that edit the catalogue share: the bar with undo and save, and the question about conflicts. */
@NullMarked
package org.wayleave.data.ui.editing;

import org.jspecify.annotations.NullMarked;
