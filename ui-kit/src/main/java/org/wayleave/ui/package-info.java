/** Theme, commands, background tasks and controls that every page of the desktop shares. */
@NullMarked
package org.wayleave.ui;

import org.jspecify.annotations.NullMarked;
