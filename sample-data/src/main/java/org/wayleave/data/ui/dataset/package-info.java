/** Data sets: the tables of people that were taken in from files, and the assistant that takes a file in. */
@NullMarked
package org.wayleave.data.ui.dataset;

import org.jspecify.annotations.NullMarked;
