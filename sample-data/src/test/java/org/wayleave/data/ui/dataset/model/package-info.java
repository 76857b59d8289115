/** Tests of the view-models of data sets. */
@NullMarked
package org.wayleave.data.ui.dataset.model;

import org.jspecify.annotations.NullMarked;
