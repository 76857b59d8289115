/** Tests of comparisons of samples and groups. */
@NullMarked
package org.wayleave.data.comparison;

import org.jspecify.annotations.NullMarked;
