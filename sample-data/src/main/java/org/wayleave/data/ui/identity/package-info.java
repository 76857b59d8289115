/** Clusters of identifiers: their graph, why they are what they are, and changing them. */
@NullMarked
package org.wayleave.data.ui.identity;

import org.jspecify.annotations.NullMarked;
