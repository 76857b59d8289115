/** Data protection impact assessments of journeys. */
@NullMarked
package org.wayleave.dpia;

import org.jspecify.annotations.NullMarked;
