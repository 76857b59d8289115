package org.wayleave.journey.decide;

import java.util.List;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;

/**
 * How a ladder was decided.
 *
 * @param taken position of the rung taken in the ladder; -1 when nothing is sent
 * @param rung the rung taken, silence when nothing is sent
 * @param outlet the way out of the step
 * @param tried the rungs on which policy was asked, top down; only the last may be allowed
 */
public record LadderDecision(int taken, RungKind rung, Outlet outlet, List<Tried> tried) {

    /**
     * One rung on which policy was asked.
     *
     * @param position its position in the ladder
     * @param kind which rung
     * @param document what policy was given
     * @param verdict what it said
     */
    public record Tried(int position, RungKind kind, RegoObject document, Verdict verdict) {}

    public LadderDecision {
        tried = List.copyOf(tried);
    }
}
