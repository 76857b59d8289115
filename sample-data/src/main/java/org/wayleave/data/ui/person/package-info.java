/** One person: profile, consents, events and features. */
@NullMarked
package org.wayleave.data.ui.person;

import org.jspecify.annotations.NullMarked;
