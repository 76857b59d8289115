/** The page of runs: their states, their figures, two of them compared, their reports. */
@NullMarked
package org.wayleave.app.ui.runs;

import org.jspecify.annotations.NullMarked;
