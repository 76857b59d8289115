/** Synthetic people with consent histories, events, features and the hidden truth. */
@NullMarked
package org.wayleave.data;

import org.jspecify.annotations.NullMarked;
