/** Checks of many events against the contracts of a catalogue, with counts and samples by reason. */
@NullMarked
package org.wayleave.data.conformance;

import org.jspecify.annotations.NullMarked;
