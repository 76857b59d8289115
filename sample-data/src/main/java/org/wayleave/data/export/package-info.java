/** Canonical and tabular forms of people, without the hidden truth. */
@NullMarked
package org.wayleave.data.export;

import org.jspecify.annotations.NullMarked;
