/** Composes the sample workspaces out of recipe, policy pack, journeys, DPIAs and model cards. */
@NullMarked
package org.wayleave.app.sample;

import org.jspecify.annotations.NullMarked;
