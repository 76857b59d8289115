/** The command line: the headless twin of the desktop. */
@NullMarked
package org.wayleave.app.cli;

import org.jspecify.annotations.NullMarked;
