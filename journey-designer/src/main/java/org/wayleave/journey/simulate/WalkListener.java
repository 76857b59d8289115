package org.wayleave.journey.simulate;

import org.wayleave.data.Reaction;
import org.wayleave.journey.decide.LadderDecision;

/** Told what happens on a walk, in order. Times are epoch milliseconds. */
interface WalkListener {

    /** The person enters the journey. */
    default void entered(Walker walker, Node entry, long time) {}

    /** The person comes to a step. */
    default void arrived(Walker walker, Node node, long time) {}

    /** A holdout has assigned the person to an arm. */
    default void assigned(Walker walker, Node holdout, boolean held, long time) {}

    /** A message has been decided on. */
    default void decided(Walker walker, Node message, LadderDecision decision, long time) {}

    /** The person has been contacted and reacts. */
    default void reacted(Walker walker, Node message, Reaction reaction, long time) {}

    /** The person leaves a step through a port. */
    default void left(Walker walker, Node node, int port, long time) {}

    /** The person has left the journey: at an exit, or through a port that leads nowhere. */
    default void ended(Walker walker, Node last, long time) {}

    /** The run is over while the person is still at a step. */
    default void stillAt(Walker walker, Node node) {}
}
