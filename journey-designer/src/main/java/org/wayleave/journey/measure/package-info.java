/** What a journey brings: effects against a holdout, with intervals. */
@NullMarked
package org.wayleave.journey.measure;

import org.jspecify.annotations.NullMarked;
