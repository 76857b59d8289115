/** What follows from the lawful-basis registry: the record of processing activities, the privacy notice, and declared against observed use. */
@NullMarked
package org.wayleave.data.registry;

import org.jspecify.annotations.NullMarked;
