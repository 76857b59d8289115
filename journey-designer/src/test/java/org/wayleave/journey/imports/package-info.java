/** Tests of importing journeys of other tools. */
@NullMarked
package org.wayleave.journey.imports;

import org.jspecify.annotations.NullMarked;
