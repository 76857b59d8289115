/** Tests of the data sets on the Data page. */
@NullMarked
package org.wayleave.data.ui.dataset;

import org.jspecify.annotations.NullMarked;
