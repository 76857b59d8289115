package org.wayleave.engine.interpret;

import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoValue;

/** Is told of every statement that has run. */
public interface Observer {
    /**
     * A statement has run.
     *
     * @param defined whether the block goes on after it
     * @param locals the function's locals as they are now; not to be kept
     */
    void ran(PlanFunction function, Statement statement, boolean defined, @Nullable RegoValue[] locals);
}
