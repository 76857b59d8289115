/** Consent histories by channel, purpose and category, and the state they give at any instant. */
@NullMarked
package org.wayleave.data.consent;

import org.jspecify.annotations.NullMarked;
