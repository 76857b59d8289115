/** Tests of attacks on synthetic tables. */
@NullMarked
package org.wayleave.data.disclosure;

import org.jspecify.annotations.NullMarked;
