package org.wayleave.journey.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Reaction;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ledger.DecisionRow;

/**
 * One person's visit to one step.
 *
 * @param step the step
 * @param arrived when they came, epoch milliseconds
 * @param facts the facts that the step looked at, for an entry or a branch
 * @param arm the arms taken until the person left
 * @param decision how the ladder was decided, for a message
 * @param row the row of that decision
 * @param reaction how the person reacts, when contacted
 * @param port the way out; null at an exit, or when the run was over first
 * @param left when they left; when they came if they did not
 * @param end whether the journey ended here for them
 */
public record Visit(
        Step step,
        long arrived,
        List<KnownFact> facts,
        String arm,
        @Nullable LadderDecision decision,
        @Nullable DecisionRow row,
        @Nullable Reaction reaction,
        @Nullable Port port,
        long left,
        boolean end) {

    public Visit {
        facts = List.copyOf(facts);
    }
}
