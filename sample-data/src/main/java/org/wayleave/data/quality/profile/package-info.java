/** What the columns of a table hold, said without values of single people. */
@NullMarked
package org.wayleave.data.quality.profile;

import org.jspecify.annotations.NullMarked;
