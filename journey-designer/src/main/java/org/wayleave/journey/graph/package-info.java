/** The journey as an immutable graph of steps and edges, and the named edits that make a new one of it. */
@NullMarked
package org.wayleave.journey.graph;

import org.jspecify.annotations.NullMarked;
