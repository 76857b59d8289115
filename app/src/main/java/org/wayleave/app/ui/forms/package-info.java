/** Fields that more than one question of the window asks: a folder, a new passphrase. */
@NullMarked
package org.wayleave.app.ui.forms;

import org.jspecify.annotations.NullMarked;
