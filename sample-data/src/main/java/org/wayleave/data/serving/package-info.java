/** Features as they are registered and served: what they are made of, what is refused, and whether batch and single events agree. */
@NullMarked
package org.wayleave.data.serving;

import org.jspecify.annotations.NullMarked;
