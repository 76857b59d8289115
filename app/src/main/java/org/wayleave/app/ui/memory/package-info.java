/** What the desktop remembers: sizes, last place and appearance per workspace, recent workspaces per user. */
@NullMarked
package org.wayleave.app.ui.memory;

import org.jspecify.annotations.NullMarked;
