/** Measurements to be run by hand; nothing here is a test. */
@NullMarked
package org.wayleave.data.bench;

import org.jspecify.annotations.NullMarked;
