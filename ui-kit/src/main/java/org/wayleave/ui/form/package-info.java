/** Pages on which people fill in documents section by section: outline, editing with undo, views. */
@NullMarked
package org.wayleave.ui.form;

import org.jspecify.annotations.NullMarked;
