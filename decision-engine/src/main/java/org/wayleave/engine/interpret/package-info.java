/** Runs plans statement by statement: the reference that gives traces and coverage. */
@NullMarked
package org.wayleave.engine.interpret;

import org.jspecify.annotations.NullMarked;
