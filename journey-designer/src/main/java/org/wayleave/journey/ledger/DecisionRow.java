package org.wayleave.journey.ledger;

import java.util.Arrays;
import java.util.List;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;

/**
 * One decision.
 *
 * @param person position of the person in the population
 * @param sequence which decision about this person, from 0
 * @param time epoch milliseconds
 * @param step id of the message step
 * @param visit which visit of this person to the step, from 0
 * @param rung the rung taken
 * @param action id of the action taken; empty for silence, as are the next three
 * @param channel its channel
 * @param purpose its purpose
 * @param topic its topic
 * @param outlet the state of consent that chose the way out
 * @param arm the arms taken since entry, joined by {@code /}
 * @param propensity probability of those arms
 * @param rules ids of all rules that denied a rung, sorted, joined by commas
 * @param denials the same by rung, such as {@code personalised=minors;contextual=cap-day,minors}
 * @param model the model behind the action as {@code id@version}; empty for none
 */
public record DecisionRow(
        int person,
        int sequence,
        long time,
        String step,
        int visit,
        RungKind rung,
        String action,
        String channel,
        String purpose,
        String topic,
        Outlet outlet,
        String arm,
        double propensity,
        String rules,
        String denials,
        String model) {

    /** The ids of the rules that denied a rung, sorted. */
    public List<String> ruleIds() {
        return rules.isEmpty() ? List.of() : Arrays.asList(rules.split(",", -1));
    }
}
