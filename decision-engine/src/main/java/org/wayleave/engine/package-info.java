/** Runs OPA's policy plans on the JVM. Uses nothing else of Wayleave. */
@NullMarked
package org.wayleave.engine;

import org.jspecify.annotations.NullMarked;
