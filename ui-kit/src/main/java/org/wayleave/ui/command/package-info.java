/** Named actions that menus, buttons, keys and the command palette share. */
@NullMarked
package org.wayleave.ui.command;

import org.jspecify.annotations.NullMarked;
