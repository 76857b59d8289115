/** Journeys: graph, lint, simulation, decisions, ledger, measurement, canvas. */
@NullMarked
package org.wayleave.journey;

import org.jspecify.annotations.NullMarked;
