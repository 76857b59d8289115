/** Tests of the composition root and of the architecture of all modules. */
@NullMarked
package org.wayleave.app;

import org.jspecify.annotations.NullMarked;
