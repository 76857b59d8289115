/** Attacks on a synthetic table, which measure what it gives away about the people of the original. */
@NullMarked
package org.wayleave.data.disclosure;

import org.jspecify.annotations.NullMarked;
