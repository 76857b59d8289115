/** Imports workflows of PostHog. */
@NullMarked
package org.wayleave.journey.imports.posthog;

import org.jspecify.annotations.NullMarked;
