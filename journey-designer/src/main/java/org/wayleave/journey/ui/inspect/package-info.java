/** The inspector of the Journeys page: setup, consent, result and reasons of the selected step. */
@NullMarked
package org.wayleave.journey.ui.inspect;

import org.jspecify.annotations.NullMarked;
