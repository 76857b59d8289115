/** Checks of all documents of a workspace together, and the forms in which findings are handed on. */
@NullMarked
package org.wayleave.app.check;

import org.jspecify.annotations.NullMarked;
