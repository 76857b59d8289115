/** Turns plans into bytecode: one hidden class a policy, one static method a function. */
@NullMarked
package org.wayleave.engine.compile;

import org.jspecify.annotations.NullMarked;
