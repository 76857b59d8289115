/** Imports journeys of Dittofeed. */
@NullMarked
package org.wayleave.journey.imports.dittofeed;

import org.jspecify.annotations.NullMarked;
