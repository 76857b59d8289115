/** Finds people of a population by what is known of them. */
@NullMarked
package org.wayleave.data.search;

import org.jspecify.annotations.NullMarked;
