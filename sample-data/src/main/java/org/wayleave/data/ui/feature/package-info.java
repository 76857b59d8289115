/** The registry of features: what each is made from, how long it lives, and whether batch and single events agree. */
@NullMarked
package org.wayleave.data.ui.feature;

import org.jspecify.annotations.NullMarked;
