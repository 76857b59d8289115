/** Runs: a journey of a workspace is simulated, registered, compared with OPA and reported. */
@NullMarked
package org.wayleave.app.run;

import org.jspecify.annotations.NullMarked;
