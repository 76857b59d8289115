/** How a table differs from an earlier one of the same kind. */
@NullMarked
package org.wayleave.data.quality.drift;

import org.jspecify.annotations.NullMarked;
