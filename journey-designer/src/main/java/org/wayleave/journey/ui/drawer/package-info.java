/** The drawer of the Journeys page: problems, run, history. */
@NullMarked
package org.wayleave.journey.ui.drawer;

import org.jspecify.annotations.NullMarked;
