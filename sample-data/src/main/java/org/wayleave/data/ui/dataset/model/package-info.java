/** View-models of the data sets of a workspace and of taking files in, without toolkit. */
@NullMarked
package org.wayleave.data.ui.dataset.model;

import org.jspecify.annotations.NullMarked;
