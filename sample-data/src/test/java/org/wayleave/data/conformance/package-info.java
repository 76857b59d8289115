/** Tests of checking many events. */
@NullMarked
package org.wayleave.data.conformance;

import org.jspecify.annotations.NullMarked;
