/** Tests of the command line. */
@NullMarked
package org.wayleave.app.cli;

import org.jspecify.annotations.NullMarked;
