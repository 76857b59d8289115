package org.wayleave.engine.compile;

import org.jspecify.annotations.Nullable;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.value.RegoValue;

/** A policy as bytecode. Thread-safe; what a decision changes lies in its {@link Evaluation}. */
public interface CompiledPolicy {
    /** Runs the entry point of an index; its results are then in the evaluation. */
    void run(int entrypoint, Evaluation evaluation, @Nullable RegoValue input, RegoValue data);
}
