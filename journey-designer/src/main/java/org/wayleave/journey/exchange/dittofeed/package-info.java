/** Imports journeys of Dittofeed. */
@NullMarked
package org.wayleave.journey.exchange.dittofeed;

import org.jspecify.annotations.NullMarked;
