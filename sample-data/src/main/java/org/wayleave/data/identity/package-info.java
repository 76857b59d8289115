/** Which identifiers belong to one person: evidence from events, conservative merging, splitting with undo, and evaluation against the truth. */
@NullMarked
package org.wayleave.data.identity;

import org.jspecify.annotations.NullMarked;
