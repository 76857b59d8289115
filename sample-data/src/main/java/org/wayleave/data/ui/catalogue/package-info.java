/** The catalogue as tables. */
@NullMarked
package org.wayleave.data.ui.catalogue;

import org.jspecify.annotations.NullMarked;
