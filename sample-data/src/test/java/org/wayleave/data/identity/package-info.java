/** Tests of identity resolution. */
@NullMarked
package org.wayleave.data.identity;

import org.jspecify.annotations.NullMarked;
