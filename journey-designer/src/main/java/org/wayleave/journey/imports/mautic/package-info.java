/** Imports campaigns of Mautic 7. */
@NullMarked
package org.wayleave.journey.imports.mautic;

import org.jspecify.annotations.NullMarked;
