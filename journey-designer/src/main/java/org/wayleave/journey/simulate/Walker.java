package org.wayleave.journey.simulate;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Contact;
import org.wayleave.data.Person;
import org.wayleave.data.Reaction;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.event.EventType;
import org.wayleave.data.feature.Features;
import org.wayleave.data.random.Draws;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.journey.decide.ContactLog;
import org.wayleave.journey.decide.DecisionDocument;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.decide.PersonDocument;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.ConsentAsk;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/**
 * One person walking alone through a journey from the start of the run to its end. The same person on the same route always walks
 * the same way. Not thread-safe: each walk has its own.
 */
final class Walker {

    /** Steps after which a stay in the journey is cut short: a loop in which no time passes would never end. */
    static final int MOST_STEPS = 10_000;

    private static final int PURPOSE_HOLDOUT = 0x4a01;
    private static final int PURPOSE_SPLIT = 0x4a02;

    private static final String UNSUBSCRIBED = "unsubscribe-link";

    private final Route route;
    private final Person person;
    private final boolean everyoneTreated;
    private final WalkListener listener;
    private final ZoneId zone;
    private final Timeline timeline;
    private final PersonDocument document;
    private final ContactLog contacts = new ContactLog();
    private final int[] visits;
    private ConsentHistory consents;
    private @Nullable Features features;
    private long featuresTime;
    private String arm = "";
    private double propensity = 1;
    private long enteredAt;

    /** A walk; with {@code everyoneTreated} no holdout holds this person. */
    Walker(Route route, Person person, boolean everyoneTreated, WalkListener listener) {
        this.route = route;
        this.person = person;
        this.everyoneTreated = everyoneTreated;
        this.listener = listener;
        this.zone = person.zone();
        this.timeline = new Timeline(person, route.plan.recipe().outcome());
        this.document = new PersonDocument(person);
        this.consents = person.consents();
        this.visits = new int[route.nodes.size()];
    }

    Person person() {
        return person;
    }

    Timeline timeline() {
        return timeline;
    }

    ConsentHistory consents() {
        return consents;
    }

    ZoneId zone() {
        return zone;
    }

    /** The arms taken since entry, joined by {@code /}; empty before the first. */
    String arm() {
        return arm;
    }

    /** The probability of the arms taken since entry. */
    double propensity() {
        return propensity;
    }

    /** When the present or last stay in the journey began. */
    long enteredAt() {
        return enteredAt;
    }

    /** How often the person has come to a node, this time included. */
    int visits(Node node) {
        return visits[node.index];
    }

    Features features(long time) {
        Features known = features;
        if (known == null || featuresTime != time) {
            known = person.featuresAt(time);
            features = known;
            featuresTime = time;
        }
        return known;
    }

    /** Walks from the start of the run to its end. */
    void walk() {
        long free = route.start;
        long last = Long.MIN_VALUE;
        while (true) {
            Node entry = null;
            long time = Timeline.NEVER;
            for (Node candidate : route.entries) {
                long next = nextEntry(candidate, free, last);
                if (next < time) {
                    time = next;
                    entry = candidate;
                }
            }
            if (entry == null || time >= route.end) {
                return;
            }
            last = time;
            free = stay(entry, time);
            if (free >= route.end) {
                return;
            }
        }
    }

    private long nextEntry(Node node, long free, long last) {
        EntryStep entry = (EntryStep) node.step;
        long from = free;
        if (last != Long.MIN_VALUE) {
            from = switch (entry.reEntry().rule()) {
                case NEVER -> Timeline.NEVER;
                case AFTER_EXIT -> Math.max(free, last + 1);
                case AFTER_DAYS -> Math.max(free, last + entry.reEntry().days() * Route.DAY);
            };
        }
        if (from >= route.end) {
            return Timeline.NEVER;
        }
        return switch (entry.trigger()) {
            case Trigger.OnEvent event -> byEvent(node, from);
            case Trigger.OnAudience audience -> byAudience(node, from);
            case Trigger.OnSchedule schedule -> bySchedule(node, schedule, from);
        };
    }

    private long byEvent(Node node, long from) {
        long time = from;
        while ((time = timeline.next(node.event(), time)) < route.end) {
            if (FactTest.allHold(node.tests(0), this, time)) {
                return time;
            }
            time++;
        }
        return Timeline.NEVER;
    }

    private long byAudience(Node node, long from) {
        long firstDay = Math.ceilDiv(from - route.start, Route.DAY);
        for (long time = route.start + firstDay * Route.DAY; time < route.end; time += Route.DAY) {
            if (FactTest.allHold(node.tests(0), this, time)) {
                return time;
            }
        }
        return Timeline.NEVER;
    }

    private long bySchedule(Node node, Trigger.OnSchedule schedule, long from) {
        for (long day = 0; ; day += schedule.everyDays()) {
            long time = LocalClock.at(route.start, day, schedule.at(), zone);
            if (time >= route.end) {
                return Timeline.NEVER;
            }
            if (time >= from && FactTest.allHold(node.tests(0), this, time)) {
                return time;
            }
        }
    }

    /** Walks from an entry until the person leaves; gives the time from which the person is free to come again. */
    private long stay(Node entry, long time) {
        arm = "";
        propensity = 1;
        enteredAt = time;
        listener.entered(this, entry, time);
        Node node = entry;
        long now = time;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            visits[node.index]++;
            listener.arrived(this, node, now);
            if (node.step instanceof ExitStep) {
                listener.ended(this, node, now);
                return now;
            }
            long until = leaveTime(node, now);
            if (until >= route.end) {
                listener.stillAt(this, node);
                return Timeline.NEVER;
            }
            int port = port(node, now, until);
            listener.left(this, node, port, until);
            now = until;
            int next = node.next(port);
            if (next < 0) {
                listener.ended(this, node, now);
                return now;
            }
            node = route.nodes.get(next);
        }
        listener.ended(this, node, now);
        return now;
    }

    private long leaveTime(Node node, long now) {
        return switch (node.step) {
            case WaitStep wait ->
                switch (wait.rule()) {
                    case WaitRule.ForDuration rule -> LocalClock.plus(now, rule.duration(), zone);
                    case WaitRule.UntilWindow rule -> LocalClock.open(now, rule, zone);
                    case WaitRule.ForEvent rule ->
                        Math.min(timeline.next(node.event(), now + 1), deadline(now, rule.timeout()));
                };
            case GoalStep goal -> {
                long end = enteredAt + goal.withinDays() * Route.DAY;
                long reached = timeline.next(node.event(), enteredAt + 1);
                yield Math.max(now, Math.min(reached, end));
            }
            default -> now;
        };
    }

    private long deadline(long now, Duration timeout) {
        return LocalClock.plus(now, timeout, zone);
    }

    private int port(Node node, long now, long until) {
        return switch (node.step) {
            case EntryStep entry -> 0;
            case WaitStep wait ->
                wait.rule() instanceof WaitRule.ForEvent
                        ? node.port(timeline.next(node.event(), now + 1) <= until ? Port.HAPPENED : Port.TIMEOUT)
                        : 0;
            case BranchStep branch -> {
                for (int i = 0; i < branch.arms().size(); i++) {
                    if (FactTest.allHold(node.tests(i), this, now)) {
                        yield i;
                    }
                }
                yield node.port(Port.OTHERWISE);
            }
            case RandomSplitStep split -> split(node, split);
            case HoldoutStep holdout -> holdout(node, holdout, now);
            case GoalStep goal -> {
                long end = enteredAt + goal.withinDays() * Route.DAY;
                yield node.port(timeline.next(node.event(), enteredAt + 1) < end ? Port.REACHED : Port.MISSED);
            }
            case MessageStep message ->
                node.port(message(node, message, now).outlet().wire());
            case ExitStep exit -> throw new IllegalStateException("nobody leaves an exit");
            case OpaqueStep opaque -> throw new IllegalStateException("a plan holds no opaque step");
        };
    }

    private int split(Node node, RandomSplitStep split) {
        double sum = 0;
        for (var weighed : split.arms()) {
            sum += weighed.weight();
        }
        double draw =
                sum * Draws.uniform(route.plan.seed(), person.index(), node.key, PURPOSE_SPLIT, visits[node.index] - 1);
        int last = split.arms().size() - 1;
        int chosen = 0;
        double reached = split.arms().getFirst().weight();
        while (chosen < last && draw > reached) {
            chosen++;
            reached += split.arms().get(chosen).weight();
        }
        take(split.arms().get(chosen).port(), split.arms().get(chosen).weight() / sum);
        return chosen;
    }

    private int holdout(Node node, HoldoutStep holdout, long now) {
        boolean drawn =
                Draws.uniform(route.plan.seed(), person.index(), node.key, PURPOSE_HOLDOUT, 0) < holdout.share();
        boolean held = drawn && !everyoneTreated;
        String port = held ? Port.HELD : Port.TREATED;
        take(port, held ? holdout.share() : 1 - holdout.share());
        listener.assigned(this, node, held, now);
        return node.port(port);
    }

    private void take(String name, double probability) {
        arm = arm.isEmpty() ? name : arm + "/" + name;
        propensity *= probability;
    }

    private LadderDecision message(Node node, MessageStep message, long now) {
        RegoObject about = document.at(now, consents, contacts.document(now), features(now));
        RegoObject context = DecisionDocument.context(now, zone, route.journey, node.name, RegoString.of(arm));
        LadderDecision decision = node.ladder().decide(route.decider, about, context);
        listener.decided(this, node, decision, now);
        if (decision.taken() >= 0) {
            Action action = message.ladder().get(decision.taken()).action();
            if (action != null) {
                contact(node, decision, action, now);
            }
        }
        return decision;
    }

    private void contact(Node node, LadderDecision decision, Action action, long now) {
        Contact contact = new Contact(
                now,
                action.channel(),
                action.topic(),
                decision.rung().wire(),
                action.discount(),
                contacts.week(now),
                node.key,
                visits[node.index] - 1,
                action.asks() != null);
        Reaction reaction = route.truth.reaction(person, contact);
        if (route.countsAsContact(action.channel())) {
            contacts.add(now, action.topic());
        }
        listener.reacted(this, node, reaction, now);
        Reaction.ExtraOutcome extra = reaction.extra();
        if (extra != null) {
            EventType outcome = route.plan.recipe().outcome().event();
            timeline.add(now + extra.delayMillis(), outcome, extra.category(), extra.value());
        }
        if (reaction.preventsNext()) {
            timeline.preventNext(now);
        }
        if (reaction.discountShare() > 0) {
            timeline.discountNext(now, reaction.discountShare());
        }
        if (reaction.unsubscribes()) {
            long time = now + reaction.unsubscribeDelayMillis();
            EventType left = route.plan.recipe().withdrawalEvent(UNSUBSCRIBED);
            if (left != null) {
                timeline.add(time, left, -1, 0);
            }
            if (consents.registry().position(Dimension.CHANNEL, action.channel()) >= 0) {
                consents = consents.withWithdrawal(Dimension.CHANNEL, action.channel(), time, UNSUBSCRIBED);
            }
        }
        Reaction.Renewal renewal = reaction.renewal();
        ConsentAsk asks = action.asks();
        if (renewal != null && asks != null) {
            long time = now + renewal.delayMillis();
            answer(Dimension.CHANNEL, asks.channel(), renewal.granted(), time);
            answer(Dimension.PURPOSE, asks.purpose(), renewal.granted(), time);
            answer(Dimension.CATEGORY, asks.topic(), renewal.granted(), time);
        }
    }

    /** Notes the answer for a consent that the person has not given already. */
    private void answer(Dimension dimension, String key, boolean granted, long time) {
        int position = consents.registry().position(dimension, key);
        if (position < 0 || consents.status(position, time) == ConsentState.State.GRANTED) {
            return;
        }
        consents = granted
                ? consents.withRenewal(dimension, key, time, "consent-request")
                : consents.withWithdrawal(dimension, key, time, "consent-request");
    }
}
