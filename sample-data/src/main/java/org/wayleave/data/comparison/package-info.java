/** How far two samples, or two groups of people, differ. */
@NullMarked
package org.wayleave.data.comparison;

import org.jspecify.annotations.NullMarked;
