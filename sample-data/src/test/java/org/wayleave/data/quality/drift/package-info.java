/** Tests of the drift of tables. */
@NullMarked
package org.wayleave.data.quality.drift;

import org.jspecify.annotations.NullMarked;
