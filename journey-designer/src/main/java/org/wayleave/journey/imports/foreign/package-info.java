/** What an import of another tool's journey is: the journey made of it, and what was lost. */
@NullMarked
package org.wayleave.journey.imports.foreign;

import org.jspecify.annotations.NullMarked;
