/** Tests of the script that starts Wayleave. */
@NullMarked
package org.wayleave.app.launcher;

import org.jspecify.annotations.NullMarked;
