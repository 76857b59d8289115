/** Sections of the Data page: what each is called, how it is made when first shown, and the list to choose them from. */
@NullMarked
package org.wayleave.data.ui.section;

import org.jspecify.annotations.NullMarked;
