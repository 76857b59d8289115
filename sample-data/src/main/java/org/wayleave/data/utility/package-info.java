/** How much of what an original table says a synthetic table says too. */
@NullMarked
package org.wayleave.data.utility;

import org.jspecify.annotations.NullMarked;
