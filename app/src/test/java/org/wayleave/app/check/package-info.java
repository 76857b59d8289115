/** Tests of the checks of a workspace. */
@NullMarked
package org.wayleave.app.check;

import org.jspecify.annotations.NullMarked;
