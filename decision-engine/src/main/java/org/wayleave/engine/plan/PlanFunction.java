package org.wayleave.engine.plan;

import java.util.List;

/**
 * A rule, a function of the policy, or an entry point. Locals are numbered from 0 without gaps; parameters come first.
 *
 * @param index place among the plan's functions; entry points have their own numbering
 * @param name as OPA names it, {@code g0.data.wayleave.send.allow}
 * @param path where a dynamic call finds it, empty for entry points
 * @param parameters number of parameters; rules have exactly two, input and data, and their result is remembered
 * @param result the local that is returned, -1 for an entry point
 * @param locals number of locals
 * @param blocks run in turn until one returns
 */
public record PlanFunction(
        int index, String name, List<String> path, int parameters, int result, int locals, List<Block> blocks) {

    /** Whether a call with the same input and data always gives the same result, so that one run of it is enough. */
    public boolean isRule() {
        return parameters == 2;
    }
}
