package org.wayleave.journey.decide;

import java.util.List;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.journey.graph.Outlet;

/**
 * What policy says about one action.
 *
 * @param allow whether it may be taken
 * @param denials the rules that object, in the order of their ids and reasons
 * @param consent the weakest state among the consents that the action needs, as policy sees it
 * @param result the answer as it came
 */
public record Verdict(boolean allow, List<Denial> denials, Outlet consent, RegoValue result) {

    public Verdict {
        denials = List.copyOf(denials);
    }
}
