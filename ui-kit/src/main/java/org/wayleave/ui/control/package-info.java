/** Controls that every page shares. */
@NullMarked
package org.wayleave.ui.control;

import org.jspecify.annotations.NullMarked;
