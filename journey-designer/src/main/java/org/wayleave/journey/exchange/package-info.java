/** Journeys as files: reading and writing the JSON form. */
@NullMarked
package org.wayleave.journey.exchange;

import org.jspecify.annotations.NullMarked;
