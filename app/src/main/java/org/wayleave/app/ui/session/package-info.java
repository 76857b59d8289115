/** An open workspace in the window: its pages, its commands, what it remembers. */
@NullMarked
package org.wayleave.app.ui.session;

import org.jspecify.annotations.NullMarked;
