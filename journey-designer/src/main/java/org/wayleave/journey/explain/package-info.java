/** Why one person did or did not get a message, and what would change it, found by deciding again. */
@NullMarked
package org.wayleave.journey.explain;

import org.jspecify.annotations.NullMarked;
