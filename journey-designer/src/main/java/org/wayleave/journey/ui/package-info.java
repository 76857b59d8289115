/** The Journeys page: list of journeys, header, inspector, drawer, and the view-models behind them. */
@NullMarked
package org.wayleave.journey.ui;

import org.jspecify.annotations.NullMarked;
