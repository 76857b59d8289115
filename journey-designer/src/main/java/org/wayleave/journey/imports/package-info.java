/** Recognises the format of a file and imports the journey in it. */
@NullMarked
package org.wayleave.journey.imports;

import org.jspecify.annotations.NullMarked;
