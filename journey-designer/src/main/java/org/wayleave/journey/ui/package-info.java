/** The Journeys page: list of journeys, canvas, header, inspector and drawer. */
@NullMarked
package org.wayleave.journey.ui;

import org.jspecify.annotations.NullMarked;
