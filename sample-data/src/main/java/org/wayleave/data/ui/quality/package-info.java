/** The quality of the data as tables. */
@NullMarked
package org.wayleave.data.ui.quality;

import org.jspecify.annotations.NullMarked;
