/** Takes in tables of a user from CSV and Parquet files, and keeps them as data sets of a workspace. */
@NullMarked
package org.wayleave.data.intake;

import org.jspecify.annotations.NullMarked;
