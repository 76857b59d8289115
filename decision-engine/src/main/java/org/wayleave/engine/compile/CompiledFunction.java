package org.wayleave.engine.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;

/**
 * A function as it is about to be written.
 *
 * @param name of its method
 * @param ownData whether it is only called with the policy's own data
 * @param index which of its bodies can hold, null when that is not worth a look
 */
record CompiledFunction(
        PlanFunction function,
        String name,
        boolean ownData,
        FunctionShape shape,
        KnownValues known,
        Outline outline,
        @Nullable BodyIndex index) {

    /** Whether functions it calls see the policy's own data. */
    boolean passesOwnData() {
        return ownData && shape.writesOf(1) == FunctionShape.WRITES_OF_PARAMETER;
    }

    /** The name of the method that a part has become. */
    String partName(Block part) {
        List<Block> parts = outline.all();
        for (int i = 0; i < parts.size(); i++) {
            if (isSame(parts.get(i), part)) {
                return name + "part" + i;
            }
        }
        throw new IllegalArgumentException("no part of " + function.name());
    }

    @SuppressWarnings("ReferenceEquality") // blocks have no equality of their own
    private static boolean isSame(Block a, Block b) {
        return a == b;
    }
}
