/** Imports campaigns of Mautic 7. */
@NullMarked
package org.wayleave.journey.exchange.mautic;

import org.jspecify.annotations.NullMarked;
