/** What people did, in primitive columns. */
@NullMarked
package org.wayleave.data.event;

import org.jspecify.annotations.NullMarked;
