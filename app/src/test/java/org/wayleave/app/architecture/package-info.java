/** Tests of the dependency rules of all modules. */
@NullMarked
package org.wayleave.app.architecture;

import org.jspecify.annotations.NullMarked;
