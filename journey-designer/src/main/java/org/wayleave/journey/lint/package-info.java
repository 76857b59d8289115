/** Structural problems of a journey, found while it is drawn. */
@NullMarked
package org.wayleave.journey.lint;

import org.jspecify.annotations.NullMarked;
