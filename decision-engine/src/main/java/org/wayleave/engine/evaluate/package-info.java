/** What every tier shares while it makes one decision: limits, remembered results, the rules of merging and errors. */
@NullMarked
package org.wayleave.engine.evaluate;

import org.jspecify.annotations.NullMarked;
