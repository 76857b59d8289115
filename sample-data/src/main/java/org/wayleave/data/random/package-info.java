/** Counter-based keyed random numbers. */
@NullMarked
package org.wayleave.data.random;

import org.jspecify.annotations.NullMarked;
