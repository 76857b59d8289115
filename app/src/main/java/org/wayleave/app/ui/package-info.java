/** The desktop: its start, its window, and how the pages of an open workspace are put together. */
@NullMarked
package org.wayleave.app.ui;

import org.jspecify.annotations.NullMarked;
