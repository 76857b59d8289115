package org.wayleave.journey.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.ConsentStanding;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.RungKind;

/**
 * Watches one person for the expectations of a journey. How a consent stands is looked at whenever something happens to the
 * person in the journey. Not thread-safe.
 */
final class ExpectationWatch implements WalkListener {

    private final List<Watched> watched;
    private final boolean[] eligible;
    private final boolean[] started;
    private final boolean[] concerned;
    private final boolean[] saw;
    private boolean entered;

    /** An expectation made ready for many people. */
    private record Watched(Expectation expectation, List<FactTest> people) {}

    /** Expectations made ready. Immutable, safe for use by many threads. */
    static final class Expected {
        private final List<Watched> watched;

        Expected(SimulationPlan plan) {
            watched = plan.journey().expectations().stream()
                    .map(each -> new Watched(each, FactTest.all(each.people(), plan.recipe())))
                    .toList();
        }

        boolean isEmpty() {
            return watched.isEmpty();
        }

        int size() {
            return watched.size();
        }

        Expectation get(int i) {
            return watched.get(i).expectation();
        }
    }

    ExpectationWatch(Expected expected) {
        watched = expected.watched;
        eligible = new boolean[watched.size()];
        started = new boolean[watched.size()];
        concerned = new boolean[watched.size()];
        saw = new boolean[watched.size()];
    }

    boolean concerned(int i) {
        return concerned[i];
    }

    boolean saw(int i) {
        return saw[i];
    }

    @Override
    public void entered(Walker walker, Node entry, long time) {
        if (!entered) {
            entered = true;
            for (int i = 0; i < watched.size(); i++) {
                eligible[i] = FactTest.allHold(watched.get(i).people(), walker, time);
                started[i] = eligible[i] && watched.get(i).expectation().from().isEmpty();
            }
        }
        look(walker, time);
    }

    @Override
    public void arrived(Walker walker, Node node, long time) {
        String step = node.step.id();
        for (int i = 0; i < watched.size(); i++) {
            Expectation expectation = watched.get(i).expectation();
            if (started[i]
                    && expectation.what() instanceof Happening.Reaches reaches
                    && reaches.step().equals(step)
                    && stands(expectation, walker, time)) {
                saw[i] = true;
            }
            started[i] |= eligible[i] && expectation.from().equals(step);
        }
        look(walker, time);
    }

    @Override
    public void decided(Walker walker, Node node, LadderDecision decision, long time) {
        look(walker, time);
        if (decision.taken() < 0) {
            return;
        }
        Action action = ((MessageStep) node.step).ladder().get(decision.taken()).action();
        for (int i = 0; i < watched.size(); i++) {
            Expectation expectation = watched.get(i).expectation();
            if (started[i]
                    && action != null
                    && expectation.what() instanceof Happening.Gets gets
                    && matches(gets, action, decision.rung())
                    && stands(expectation, walker, time)) {
                saw[i] = true;
            }
        }
    }

    @Override
    public void left(Walker walker, Node node, int port, long time) {
        look(walker, time);
    }

    @Override
    public void ended(Walker walker, Node last, long time) {
        look(walker, time);
    }

    private void look(Walker walker, long time) {
        for (int i = 0; i < watched.size(); i++) {
            if (started[i] && !concerned[i]) {
                concerned[i] = stands(watched.get(i).expectation(), walker, time);
            }
        }
    }

    private static boolean stands(Expectation expectation, Walker walker, long time) {
        ConsentStanding consent = expectation.consent();
        if (consent == null) {
            return true;
        }
        int position = walker.consents().registry().position(dimension(consent.about()), consent.key());
        ConsentState.State state =
                position < 0 ? ConsentState.State.UNKNOWN : walker.consents().status(position, time);
        return state.wire().equals(consent.state().wire());
    }

    private static Dimension dimension(ConsentStanding.About about) {
        return switch (about) {
            case CHANNEL -> Dimension.CHANNEL;
            case PURPOSE -> Dimension.PURPOSE;
            case TOPIC -> Dimension.CATEGORY;
        };
    }

    private static boolean matches(Happening.Gets gets, Action action, RungKind taken) {
        @Nullable RungKind rung = gets.rung();
        return (rung == null || rung == taken)
                && isOrAny(gets.channel(), action.channel())
                && isOrAny(gets.purpose(), action.purpose())
                && isOrAny(gets.topic(), action.topic());
    }

    private static boolean isOrAny(String wanted, String there) {
        return wanted.isEmpty() || wanted.equals(there);
    }
}
