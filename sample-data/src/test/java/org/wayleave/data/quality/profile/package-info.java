/** Tests of the profiles of tables. */
@NullMarked
package org.wayleave.data.quality.profile;

import org.jspecify.annotations.NullMarked;
