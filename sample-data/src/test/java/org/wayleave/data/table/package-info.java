/** Tests of tables. */
@NullMarked
package org.wayleave.data.table;

import org.jspecify.annotations.NullMarked;
