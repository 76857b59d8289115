/** A small table in columns: numbers, categories and missing values. */
@NullMarked
package org.wayleave.data.table;

import org.jspecify.annotations.NullMarked;
