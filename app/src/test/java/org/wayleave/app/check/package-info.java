/** Tests of the forms of findings. */
@NullMarked
package org.wayleave.app.check;

import org.jspecify.annotations.NullMarked;
