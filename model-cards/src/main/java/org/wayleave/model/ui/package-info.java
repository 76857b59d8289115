/** The page of model cards. */
@NullMarked
package org.wayleave.model.ui;

import org.jspecify.annotations.NullMarked;
