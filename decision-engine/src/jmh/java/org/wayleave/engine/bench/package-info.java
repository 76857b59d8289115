/** Benchmarks of decisions, this engine's beside those of OPA. */
@NullMarked
package org.wayleave.engine.bench;

import org.jspecify.annotations.NullMarked;
