/** What a page shows to the shell around it. */
@NullMarked
package org.wayleave.ui.page;

import org.jspecify.annotations.NullMarked;
