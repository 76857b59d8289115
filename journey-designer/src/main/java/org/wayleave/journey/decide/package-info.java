/** Asking policy: the decision document, the verdict, and the ladder of rungs that is tried top down. */
@NullMarked
package org.wayleave.journey.decide;

import org.jspecify.annotations.NullMarked;
