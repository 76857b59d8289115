/** Tests of the sections of the Data page. */
@NullMarked
package org.wayleave.data.ui.section;

import org.jspecify.annotations.NullMarked;
