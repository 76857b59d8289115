/** The view-models of the Journeys page; they need no toolkit. */
@NullMarked
package org.wayleave.journey.ui.model;

import org.jspecify.annotations.NullMarked;
