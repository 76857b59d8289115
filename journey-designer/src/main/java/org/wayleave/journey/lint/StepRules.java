package org.wayleave.journey.lint;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentAsk;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** Problems of single steps: what they name must exist, and what they need must be there. */
final class StepRules {

    private final Catalogue catalogue;
    private final FactNames facts;
    private final List<Problem> problems;

    StepRules(Catalogue catalogue, @Nullable FeatureSchema features, List<Problem> problems) {
        this.catalogue = catalogue;
        this.facts = new FactNames(catalogue, features);
        this.problems = problems;
    }

    void step(Step step) {
        if (step.title().isBlank()) {
            add("no-title", Severity.WARNING, step, "This step has no title", "Say in a few words what it does");
        }
        switch (step) {
            case EntryStep entry -> entry(entry);
            case WaitStep wait -> {
                if (wait.rule() instanceof WaitRule.ForEvent event) {
                    event(wait, event.match());
                }
            }
            case BranchStep branch -> branch(branch);
            case RandomSplitStep split -> {
                if (split.arms().size() < 2) {
                    add("split-arms", Severity.ERROR, split, "This split has fewer than two arms", "Add an arm");
                }
            }
            case MessageStep message -> message(message);
            case GoalStep goal -> event(goal, goal.match());
            case HoldoutStep holdout -> {
                if (holdout.share() > 0.5) {
                    add(
                            "large-holdout",
                            Severity.WARNING,
                            holdout,
                            "More than half of the people are held out",
                            "Hold out a tenth or less, unless this is meant");
                }
            }
            case ExitStep exit -> {}
            case OpaqueStep opaque ->
                add(
                        "opaque-step",
                        Severity.ERROR,
                        opaque,
                        "This step was imported from another tool and does nothing here (" + opaque.summary()
                                + "), so the journey cannot be run",
                        "Put steps of Wayleave in its place that do what it did, or remove it");
        }
    }

    private void entry(EntryStep entry) {
        switch (entry.trigger()) {
            case Trigger.OnEvent event -> {
                event(entry, event.match());
                conditions(entry, event.conditions());
            }
            case Trigger.OnAudience audience -> {
                if (audience.conditions().isEmpty()) {
                    add(
                            "audience-of-everyone",
                            Severity.WARNING,
                            entry,
                            "The audience has no condition, so everyone enters",
                            "Say who is meant");
                }
                conditions(entry, audience.conditions());
            }
            case Trigger.OnSchedule schedule -> conditions(entry, schedule.conditions());
        }
    }

    private void branch(BranchStep branch) {
        if (branch.arms().isEmpty()) {
            add("branch-arms", Severity.ERROR, branch, "This branch has no arm", "Add an arm with a condition");
        }
        for (BranchArm arm : branch.arms()) {
            if (arm.conditions().isEmpty()) {
                add(
                        "arm-without-condition",
                        Severity.ERROR,
                        branch,
                        "The arm “" + arm.title() + "” takes everyone, so nothing behind it is ever taken",
                        "Give it a condition, or use the default instead");
            }
            conditions(branch, arm.conditions());
        }
    }

    private void message(MessageStep message) {
        known(message, "channel", message.channel(), catalogue.channels().keySet());
        topic(message, message.topic());
        purpose(message, "The step", message.purpose());
        List<Rung> ladder = message.ladder();
        if (ladder.isEmpty() || ladder.getFirst().kind() == RungKind.SILENCE) {
            add(
                    "empty-ladder",
                    Severity.ERROR,
                    message,
                    "The ladder has no rung that sends anything",
                    "Add a personalised, contextual or generic rung");
        } else if (ladder.stream().noneMatch(rung -> sendsBy(rung, message.channel()))) {
            add(
                    "ladder-without-channel",
                    Severity.ERROR,
                    message,
                    "No rung uses the step's own channel, so its consent is never asked and no outlet can be chosen",
                    "Add a rung that sends by " + message.channel() + ", or change the step's channel");
        }
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i - 1).kind().compareTo(ladder.get(i).kind()) > 0) {
                add(
                        "ladder-order",
                        Severity.ERROR,
                        message,
                        "“" + ladder.get(i).kind().title() + "” stands below “"
                                + ladder.get(i - 1).kind().title() + "”, though it needs more of a person",
                        "Order the rungs: personalised, contextual, generic, silence");
            }
        }
        if (!ladder.isEmpty() && ladder.getLast().kind() != RungKind.SILENCE) {
            add(
                    "ladder-end",
                    Severity.INFO,
                    message,
                    "The ladder does not say what happens when no rung is allowed; nothing is sent then",
                    "End the ladder with silence");
        }
        ladder.forEach(rung -> rung(message, rung));
    }

    private void rung(MessageStep message, Rung rung) {
        Action action = rung.action();
        if (action == null) {
            return;
        }
        String name = "The rung “" + rung.kind().title().toLowerCase(java.util.Locale.ROOT) + "”";
        known(message, "channel", action.channel(), catalogue.channels().keySet());
        topic(message, action.topic());
        if (!message.purpose().isEmpty() || !action.purpose().isEmpty()) {
            purpose(message, name, action.purpose());
        }
        for (String element : action.dataElements()) {
            known(message, "data element", element, catalogue.dataElements().keySet());
        }
        if (rung.kind() == RungKind.GENERIC && !action.dataElements().isEmpty()) {
            add(
                    "generic-uses-data",
                    Severity.WARNING,
                    message,
                    name + " uses personal data, though it is to be the same for everyone",
                    "Remove the data elements, or make it contextual");
        }
        if (rung.kind() == RungKind.GENERIC && action.model() != null) {
            add(
                    "generic-uses-model",
                    Severity.WARNING,
                    message,
                    name + " is chosen by a model, though it is to be the same for everyone",
                    "Remove the model, or make it contextual");
        }
        ConsentAsk asks = action.asks();
        if (asks != null) {
            known(message, "channel", asks.channel(), catalogue.channels().keySet());
            known(message, "purpose", asks.purpose(), catalogue.purposes().keySet());
            known(message, "topic", asks.topic(), catalogue.topics().keySet());
        }
        if (action.creative().id().isBlank()) {
            add("no-creative", Severity.ERROR, message, name + " has nothing to say", "Name its creative");
        }
    }

    private static boolean sendsBy(Rung rung, String channel) {
        Action action = rung.action();
        return action != null && action.channel().equals(channel);
    }

    private void purpose(MessageStep message, String who, String purpose) {
        if (purpose.isEmpty()) {
            add(
                    "no-purpose",
                    Severity.ERROR,
                    message,
                    who + " names no purpose, so nobody can say which consent it needs",
                    "Choose the purpose");
        } else {
            known(message, "purpose", purpose, catalogue.purposes().keySet());
        }
    }

    private void topic(MessageStep message, String topic) {
        if (topic.isEmpty()) {
            add("no-topic", Severity.ERROR, message, "No topic is named", "Choose the topic");
        } else {
            known(message, "topic", topic, catalogue.topics().keySet());
        }
    }

    private void event(Step step, EventMatch match) {
        if (match.untranslated()) {
            add(
                    "untranslated-event",
                    Severity.ERROR,
                    step,
                    "The event “" + FactNames.shortened(match.event().substring(Condition.UNTRANSLATED.length()))
                            + "” is one of another tool; nothing here knows when it happens, so the journey cannot be"
                            + " run",
                    "Choose the event of the catalogue that it stands for");
            return;
        }
        known(step, "event", match.event(), catalogue.events().keySet());
    }

    private void conditions(Step step, List<Condition> conditions) {
        conditions.forEach(condition -> facts.fault(condition).ifPresent(fault -> fault(step, fault)));
    }

    private void known(Step step, String kind, String name, Set<String> names) {
        FactNames.missing(kind, name, names).ifPresent(fault -> fault(step, fault));
    }

    private void fault(Step step, FactNames.Fault fault) {
        add(fault.code(), Severity.ERROR, step, fault.reason(), fault.fix());
    }

    private void add(String code, Severity severity, Step step, String reason, String fix) {
        Problem problem = new Problem(code, severity, step.id(), reason, fix);
        // Two rungs may share a fault; a step's problems stand together, so only the last ones need a look.
        for (int i = problems.size() - 1;
                i >= 0 && step.id().equals(problems.get(i).stepId());
                i--) {
            if (problems.get(i).equals(problem)) {
                return;
            }
        }
        problems.add(problem);
    }
}
