/** What the Journeys page asks of the workspace, the simulator, the ledger and the checks, and the adapters that answer. */
@NullMarked
package org.wayleave.journey.ui.service;

import org.jspecify.annotations.NullMarked;
