/** Journeys that come with the program. */
@NullMarked
package org.wayleave.journey.samples;

import org.jspecify.annotations.NullMarked;
