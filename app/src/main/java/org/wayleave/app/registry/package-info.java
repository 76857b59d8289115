/** Feeds the lawful-basis registry and the preference centre from the journeys, models and policies of a workspace. */
@NullMarked
package org.wayleave.app.registry;

import org.jspecify.annotations.NullMarked;
