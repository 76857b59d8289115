/** Times, layouts, zones and durations as Go writes and reads them. */
@NullMarked
package org.wayleave.engine.builtin.time;

import org.jspecify.annotations.NullMarked;
