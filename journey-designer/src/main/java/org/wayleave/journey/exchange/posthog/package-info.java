/** Imports workflows of PostHog. */
@NullMarked
package org.wayleave.journey.exchange.posthog;

import org.jspecify.annotations.NullMarked;
