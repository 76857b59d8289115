/** Tests of synthesisers. */
@NullMarked
package org.wayleave.data.synthesis;

import org.jspecify.annotations.NullMarked;
