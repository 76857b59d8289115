package org.wayleave.app.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.data.registry.ObservedUse.Read;
import org.wayleave.data.registry.ObservedUse.Reader;
import org.wayleave.data.registry.ObservedUse.ReaderKind;
import org.wayleave.data.registry.ObservedUse.Subject;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** What one journey reads: data elements of its messages, facts of its conditions, and events it waits for. */
final class JourneyReads {
    /** Facts of the profile; they have the names of their data elements, in camel case. */
    static final Set<String> PROFILE = Set.of("ageBand", "country", "city", "device");

    private final Journey journey;
    private final Catalogue catalogue;
    private final FeatureSchema features;
    private final FeatureWindows windows;
    private final List<String> purposes;
    private final List<Read> reads = new ArrayList<>();

    private JourneyReads(Journey journey, Catalogue catalogue, FeatureSchema features, FeatureWindows windows) {
        this.journey = journey;
        this.catalogue = catalogue;
        this.features = features;
        this.windows = windows;
        Set<String> named = new LinkedHashSet<>();
        for (Step step : journey.steps()) {
            if (step instanceof MessageStep message) {
                for (Rung rung : message.ladder()) {
                    Action action = rung.action();
                    if (action != null && !action.purpose().isEmpty()) {
                        named.add(action.purpose());
                    }
                }
            }
        }
        purposes = List.copyOf(named);
    }

    static List<Read> of(Journey journey, Catalogue catalogue, FeatureSchema features, FeatureWindows windows) {
        JourneyReads reads = new JourneyReads(journey, catalogue, features, windows);
        journey.steps().forEach(reads::step);
        return reads.reads;
    }

    private void step(Step step) {
        switch (step) {
            case EntryStep entry -> trigger(step, entry.trigger());
            case BranchStep branch -> {
                for (BranchArm arm : branch.arms()) {
                    arm.conditions().forEach(condition -> condition(step, condition));
                }
            }
            case WaitStep wait -> {
                if (wait.rule() instanceof WaitRule.ForEvent event) {
                    event(step, event.match().event(), -1);
                }
            }
            case MessageStep message -> message(message);
            case GoalStep goal -> event(step, goal.match().event(), -1);
            default -> {
                // Splits, holdouts and exits read nothing about a person.
            }
        }
    }

    private void trigger(Step step, Trigger trigger) {
        List<Condition> conditions = switch (trigger) {
            case Trigger.OnEvent event -> {
                event(step, event.match().event(), -1);
                yield event.conditions();
            }
            case Trigger.OnAudience audience -> audience.conditions();
            case Trigger.OnSchedule schedule -> schedule.conditions();
        };
        conditions.forEach(condition -> condition(step, condition));
    }

    private void message(MessageStep message) {
        for (Rung rung : message.ladder()) {
            Action action = rung.action();
            if (action == null) {
                continue;
            }
            List<String> served = action.purpose().isEmpty() ? List.of() : List.of(action.purpose());
            for (String element : action.dataElements()) {
                reads.add(new Read(
                        Subject.DATA_ELEMENT,
                        element,
                        reader(message, rung.kind().wire() + " rung"),
                        served,
                        "",
                        "",
                        -1));
            }
        }
    }

    private void condition(Step step, Condition condition) {
        String fact = condition.fact();
        if (fact.startsWith("feature.")) {
            String name = fact.substring(8);
            int position = features.position(name);
            if (position >= 0) {
                int days = windows.days(name);
                element(step, features.features().get(position).dataElement(), fact, days);
                windows.events(name).forEach(event -> event(step, event, days));
            }
        } else if (fact.startsWith("daysSince.")) {
            int days = condition.values().stream()
                    .mapToInt(value -> value instanceof FactValue.Numeric number
                            ? (int) Math.ceil(Math.min(1e6, number.number()))
                            : -1)
                    .max()
                    .orElse(-1);
            event(step, fact.substring(10), days);
        } else if (fact.startsWith("answer.")) {
            element(step, "told-" + fact.substring(7), fact, -1);
        } else if (!fact.equals("flags")) {
            element(step, element(fact), fact, -1);
        }
    }

    /** The data element of a fact of the profile. */
    static String element(String fact) {
        return fact.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private void element(Step step, String element, String fact, int days) {
        String use = catalogue.dataElements().containsKey(element) ? "eligibility" : "";
        reads.add(new Read(Subject.DATA_ELEMENT, element, reader(step, fact), purposes, use, "", days));
    }

    private void event(Step step, String event, int days) {
        reads.add(new Read(Subject.EVENT, event, reader(step, ""), List.of(), "", "", days));
    }

    private Reader reader(Step step, String part) {
        return new Reader(
                ReaderKind.JOURNEY,
                journey.id(),
                step.id(),
                journey.title() + ", step “" + step.title() + "”" + (part.isEmpty() ? "" : ", " + part));
    }
}
