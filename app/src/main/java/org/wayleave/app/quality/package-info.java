/** Tables of people examined at the command line: where they come from, and what is said of them. */
@NullMarked
package org.wayleave.app.quality;

import org.jspecify.annotations.NullMarked;
