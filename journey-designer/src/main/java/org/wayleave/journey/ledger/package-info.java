/** The decisions of a run, one row each: hashed, kept in a DuckDB file, asked and exported. */
@NullMarked
package org.wayleave.journey.ledger;

import org.jspecify.annotations.NullMarked;
