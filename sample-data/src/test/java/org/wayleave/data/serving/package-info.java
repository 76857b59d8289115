/** Tests of the registry and of serving. */
@NullMarked
package org.wayleave.data.serving;

import org.jspecify.annotations.NullMarked;
