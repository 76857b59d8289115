/** What a person's choices of consent change: the messages they would get, and what a withdrawal stops. */
@NullMarked
package org.wayleave.data.preference;

import org.jspecify.annotations.NullMarked;
