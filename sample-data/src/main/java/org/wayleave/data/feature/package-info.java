/** Quantised features computed from events by one definition, at any instant. */
@NullMarked
package org.wayleave.data.feature;

import org.jspecify.annotations.NullMarked;
