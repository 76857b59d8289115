/** The batch tier: a policy specialised to what is known of a decision, over columns of what differs from row to row. */
@NullMarked
package org.wayleave.engine.batch;

import org.jspecify.annotations.NullMarked;
