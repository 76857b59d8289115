/** People walking through a journey on a virtual clock, each alone, with keyed chance. */
@NullMarked
package org.wayleave.journey.simulate;

import org.jspecify.annotations.NullMarked;
