package org.wayleave.journey.simulate;

import org.jspecify.annotations.Nullable;
import org.wayleave.data.Reaction;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;

/** What one walk comes to: the facts of it that are measured. Not thread-safe. */
class PersonTrace implements WalkListener {

    static final long NONE = Long.MIN_VALUE;

    private final Route route;
    private long entered = NONE;
    private long assigned = NONE;
    private long windowEnd = NONE;
    private boolean held;
    private int decisions;
    private @Nullable Outlet firstOutlet;
    private @Nullable RungKind best;
    private boolean unsubscribed;

    PersonTrace(Route route) {
        this.route = route;
    }

    @Override
    public void entered(Walker walker, Node entry, long time) {
        if (entered == NONE) {
            entered = time;
            if (!route.hasHoldout) {
                assign(walker, false, time);
            }
        }
    }

    @Override
    public void assigned(Walker walker, Node holdout, boolean isHeld, long time) {
        if (assigned == NONE) {
            assign(walker, isHeld, time);
        }
    }

    private void assign(Walker walker, boolean isHeld, long time) {
        assigned = time;
        held = isHeld;
        route.goal.ifPresent(goal -> windowEnd = Math.max(time, walker.enteredAt() + goal.withinDays() * Route.DAY));
    }

    @Override
    public void decided(Walker walker, Node message, LadderDecision decision, long time) {
        decisions++;
        if (firstOutlet == null) {
            firstOutlet = decision.outlet();
        }
        RungKind so = best;
        if (so == null || decision.rung().compareTo(so) < 0) {
            best = decision.rung();
        }
    }

    @Override
    public void reacted(Walker walker, Node message, Reaction reaction, long time) {
        unsubscribed |= reaction.unsubscribes();
    }

    boolean hasEntered() {
        return entered != NONE;
    }

    long entered() {
        return entered;
    }

    long assigned() {
        return assigned;
    }

    long windowEnd() {
        return windowEnd;
    }

    boolean held() {
        return held;
    }

    int decisions() {
        return decisions;
    }

    /** The consent at the first decision. */
    @Nullable
    Outlet firstOutlet() {
        return firstOutlet;
    }

    /** The best rung taken; null when there was no decision. */
    @Nullable
    RungKind best() {
        return best;
    }

    boolean unsubscribed() {
        return unsubscribed;
    }

    /** Whether the person is measured: assigned to an arm, and the whole window lies within the run. */
    boolean isMeasured() {
        return assigned != NONE && windowEnd != NONE && windowEnd <= route.end;
    }
}
