/** The list of people with its filters. */
@NullMarked
package org.wayleave.data.ui.people;

import org.jspecify.annotations.NullMarked;
