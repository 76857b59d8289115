/** A preview of the preference centre, and the monitor of opt-outs. */
@NullMarked
package org.wayleave.data.ui.preferences;

import org.jspecify.annotations.NullMarked;
