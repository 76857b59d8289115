package org.wayleave.engine.batch;

import java.util.Set;
import org.wayleave.engine.plan.PlanFunction;

/**
 * A rule that the compiled policy is asked for, row by row.
 *
 * @param function the rule, or the set of objections that it belongs to
 * @param block the place of the one body that is asked for, or {@link #WHOLE}
 * @param rule what it is called, and why it is asked
 * @param reading its answer: of the whole its value; of one body, whether it objects
 * @param texts strings that the answer may be, as far as the source says
 */
record Ask(PlanFunction function, int block, LeftRule rule, Reading reading, Set<String> texts) {
    static final int WHOLE = -1;
}
