/** How complete, plausible and permitted the data of a population is. */
@NullMarked
package org.wayleave.data.quality;

import org.jspecify.annotations.NullMarked;
