/** Files of other tools as trees that remember which of their parts were read. */
@NullMarked
package org.wayleave.journey.imports.source;

import org.jspecify.annotations.NullMarked;
