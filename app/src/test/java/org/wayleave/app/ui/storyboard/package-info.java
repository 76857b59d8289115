/** Pictures of every page in both appearances. */
@NullMarked
package org.wayleave.app.ui.storyboard;

import org.jspecify.annotations.NullMarked;
