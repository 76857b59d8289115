/** How the pages of the app say times and other values. */
@NullMarked
package org.wayleave.app.ui.words;

import org.jspecify.annotations.NullMarked;
