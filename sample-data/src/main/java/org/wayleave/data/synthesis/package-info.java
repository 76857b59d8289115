/** Learns from a table and draws a synthetic table like it. */
@NullMarked
package org.wayleave.data.synthesis;

import org.jspecify.annotations.NullMarked;
