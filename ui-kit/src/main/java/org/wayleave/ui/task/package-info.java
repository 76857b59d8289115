/** Work off the FX thread with progress, remaining time and a cancel that keeps what is done. */
@NullMarked
package org.wayleave.ui.task;

import org.jspecify.annotations.NullMarked;
