/** The page on which impact assessments are filled in. */
@NullMarked
package org.wayleave.dpia.ui;

import org.jspecify.annotations.NullMarked;
