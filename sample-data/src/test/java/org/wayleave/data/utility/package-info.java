/** Tests of the utility of synthetic tables. */
@NullMarked
package org.wayleave.data.utility;

import org.jspecify.annotations.NullMarked;
