package org.wayleave.journey.simulate;

import org.wayleave.data.Reaction;
import org.wayleave.journey.decide.LadderDecision;

/**
 * Tells two listeners.
 *
 * @param first told first
 * @param second told after it
 */
record Both(WalkListener first, WalkListener second) implements WalkListener {

    @Override
    public void entered(Walker walker, Node entry, long time) {
        first.entered(walker, entry, time);
        second.entered(walker, entry, time);
    }

    @Override
    public void arrived(Walker walker, Node node, long time) {
        first.arrived(walker, node, time);
        second.arrived(walker, node, time);
    }

    @Override
    public void assigned(Walker walker, Node holdout, boolean held, long time) {
        first.assigned(walker, holdout, held, time);
        second.assigned(walker, holdout, held, time);
    }

    @Override
    public void decided(Walker walker, Node message, LadderDecision decision, long time) {
        first.decided(walker, message, decision, time);
        second.decided(walker, message, decision, time);
    }

    @Override
    public void reacted(Walker walker, Node message, Reaction reaction, long time) {
        first.reacted(walker, message, reaction, time);
        second.reacted(walker, message, reaction, time);
    }

    @Override
    public void left(Walker walker, Node node, int port, long time) {
        first.left(walker, node, port, time);
        second.left(walker, node, port, time);
    }

    @Override
    public void ended(Walker walker, Node last, long time) {
        first.ended(walker, last, time);
        second.ended(walker, last, time);
    }

    @Override
    public void stillAt(Walker walker, Node node) {
        first.stillAt(walker, node);
        second.stillAt(walker, node);
    }
}
