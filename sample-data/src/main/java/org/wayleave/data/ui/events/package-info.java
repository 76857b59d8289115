/** Event contracts with their editing, how events keep to them, and rehearsals of tokenisation. */
@NullMarked
package org.wayleave.data.ui.events;

import org.jspecify.annotations.NullMarked;
