package org.wayleave.journey.imports.salesforce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.SplitArm;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;
import org.wayleave.journey.imports.foreign.Assembly;
import org.wayleave.journey.imports.foreign.ForeignJourney;
import org.wayleave.journey.imports.foreign.ImportedMessage;
import org.wayleave.journey.imports.foreign.Losses;
import org.wayleave.journey.imports.foreign.SourceConditions;
import org.wayleave.journey.imports.foreign.SourceFormat;
import org.wayleave.journey.imports.foreign.SourceTexts;
import org.wayleave.journey.imports.source.JsonSource;

/** Reads the JSON of a journey of Salesforce Journey Builder, as its interaction interface gives it. */
public final class SalesforceReader {

    private static final String REMAINDER = "remainder_path";

    /** The kinds of entry sources through which people come one by one when something happens. */
    private static final Set<String> EVENTS = Set.of(
            "Event",
            "APIEvent",
            "ContactEvent",
            "ContactAudit",
            "SalesforceObjectTrigger",
            "SalesforceObjectTriggerV2",
            "CloudPagesEvent",
            "EmailOpenEvent");

    /** What stands for the first activity. */
    private static final String START = "{{Context.StartActivityKey}}";

    private final Assembly assembly = new Assembly(SourceFormat.SALESFORCE);
    private final Losses losses = assembly.losses();
    private final JsonSource root;

    private SalesforceReader(JsonSource root) {
        this.root = root;
    }

    /** Whether a file looks like a journey of this tool. */
    public static boolean recognises(JsonSource root) {
        return root.field("activities")
                        .filter(list -> list.kind() == JsonSource.Kind.LIST)
                        .isPresent()
                && (root.has("triggers") || root.has("workflowApiVersion") || root.has("definitionType"));
    }

    /** Imports the journey for an industry. */
    public static ForeignJourney read(JsonSource root, String vertical) {
        return new SalesforceReader(root).journey(vertical);
    }

    private ForeignJourney journey(String vertical) {
        String title = root.text("name").orElse("");
        String goal = SourceTexts.line(root.text("description").orElse(""));
        List<JsonSource> activities = root.items("activities");
        activities.forEach(this::activity);
        ReEntry reEntry = reEntry();
        List<JsonSource> triggers = root.items("triggers");
        Optional<String> start = start(activities);
        triggers.forEach(trigger -> trigger(trigger, reEntry, start));
        root.items("goals").forEach(part -> criterion(part, "Goal"));
        root.items("exits").forEach(part -> criterion(part, "Exit criterion"));
        root.unread(losses::unread);
        return assembly.journey(title, vertical, goal);
    }

    private ReEntry reEntry() {
        Optional<JsonSource> mode = root.field("entryMode");
        String said = root.text("entryMode").orElse("");
        return switch (said) {
            case "MultipleEntries" -> {
                mode.ifPresent(part -> losses.changed(
                        part, "Lets a person be in the journey several times at once; here only after leaving it."));
                yield ReEntry.afterExit();
            }
            case "SingleEntryAcrossAllVersions" -> ReEntry.afterExit();
            case "OnceAndDone" -> ReEntry.never();
            default -> {
                mode.ifPresent(part -> losses.changed(part, "Says nothing of re-entry; here a person enters once."));
                yield ReEntry.never();
            }
        };
    }

    /** The key of the activity with which the journey starts: the one that no other leads to, else the first. */
    private static Optional<String> start(List<JsonSource> activities) {
        Set<String> reached = new HashSet<>();
        for (JsonSource activity : activities) {
            for (JsonSource outcome : activity.items("outcomes")) {
                outcome.text("next").ifPresent(reached::add);
            }
        }
        List<String> keys = activities.stream()
                .flatMap(activity -> activity.text("key").stream())
                .toList();
        List<String> free = keys.stream().filter(key -> !reached.contains(key)).toList();
        return free.size() == 1 ? Optional.of(free.getFirst()) : keys.stream().findFirst();
    }

    private void trigger(JsonSource trigger, ReEntry reEntry, Optional<String> start) {
        String type = trigger.text("type").orElse("");
        String key = trigger.text("key").orElse("");
        String title = SourceTexts.title(trigger.text("name").orElse(key.isEmpty() ? "Entry" : key));
        String source = trigger.text("eventDefinitionKey")
                .or(() -> trigger.field("metaData").flatMap(data -> data.text("eventDefinitionKey")))
                .orElse(key);
        List<Condition> conditions = new ArrayList<>();
        for (String holder : List.of("arguments", "configurationArguments")) {
            trigger.at(holder, "criteria")
                    .filter(criteria -> criteria.kind() == JsonSource.Kind.TEXT && !criteria.isEmpty())
                    .ifPresent(criteria -> conditions.addAll(
                            FilterDefinition.conditions(criteria.text().orElse(""))));
        }
        Trigger made;
        if (EVENTS.contains(type)) {
            made = new Trigger.OnEvent(
                    SourceConditions.event(source.isEmpty() ? type : source),
                    conditions,
                    org.wayleave.journey.graph.Extras.NONE);
        } else {
            conditions.addFirst(
                    SourceConditions.text(type.isEmpty() ? "audience" : type, source.isEmpty() ? title : source));
            made = new Trigger.OnAudience(conditions);
        }
        String id = assembly.id(title);
        if (key.isEmpty()) {
            assembly.add(new EntryStep(id, title, Position.ORIGIN, made, reEntry));
        } else if (!assembly.add(key, new EntryStep(id, title, Position.ORIGIN, made, reEntry), trigger)) {
            return;
        }
        List<JsonSource> outcomes = trigger.items("outcomes");
        boolean drawn = false;
        for (JsonSource outcome : outcomes) {
            Optional<String> next = outcome.text("next");
            next.ifPresent(target -> assembly.way(id, Port.NEXT, "", target, outcome));
            drawn |= next.isPresent();
        }
        Optional<String> said = trigger.at("arguments", "startActivityKey")
                .filter(part -> part.compact().equals("\"" + START + "\"")
                        || assembly.knows(part.compact().replace("\"", "")))
                .flatMap(JsonSource::text)
                .filter(assembly::knows);
        if (!drawn && said.or(() -> start).isPresent()) {
            assembly.way(id, Port.NEXT, "", said.or(() -> start).get(), trigger);
        }
    }

    private void activity(JsonSource activity) {
        String key = activity.text("key").or(() -> activity.text("id")).orElse("");
        String type = activity.text("type").orElse("");
        String name = activity.text("name").orElse("");
        String kind = type.toUpperCase(Locale.ROOT);
        if ((kind.equals("WAIT") || kind.equals("WAITBYDURATION")) && wait(activity, key, name)) {
            return;
        }
        String channel = channel(kind);
        if (channel != null) {
            message(activity, key, name, channel);
        } else if (kind.equals("MULTICRITERIADECISION") || kind.equals("MULTICRITERIADECISIONV2")) {
            branch(activity, key, name);
        } else if ((kind.equals("RANDOMSPLIT") || kind.equals("RANDOMSPLITV2")) && split(activity, key, name)) {
            return;
        } else if (kind.equals("STOP") || kind.equals("EXIT") || kind.equals("END")) {
            String title = SourceTexts.title(name.isEmpty() ? "End" : name);
            assembly.add(key, new ExitStep(assembly.id(title), title, Position.ORIGIN, ""), activity);
        } else {
            opaque(activity, key, type, name);
        }
    }

    private static @Nullable String channel(String kind) {
        return switch (kind) {
            case "EMAIL", "EMAILV2" -> "email";
            case "SMS", "SMSSYNC", "SMSV2" -> "sms";
            case "PUSH", "PUSHNOTIFICATION", "PUSHNOTIFICATIONACTIVITY", "MOBILEPUSH" -> "push";
            case "INAPP", "INAPPSYNCACTIVITY" -> "web";
            case "WHATSAPP", "WHATSAPPACTIVITY" -> "whatsapp";
            case "LINE", "LINEMESSAGE", "LINEMESSAGEACTIVITY" -> "line";
            default -> null;
        };
    }

    private boolean wait(JsonSource activity, String key, String name) {
        Optional<JsonSource> settings = activity.field("configurationArguments");
        OptionalDouble count = number(activity, "waitDuration");
        String unit = settings.flatMap(held -> held.text("waitUnit"))
                .or(() -> activity.field("arguments").flatMap(held -> held.text("waitUnit")))
                .orElse("");
        Optional<Duration> duration =
                count.isPresent() ? SourceTexts.duration(count.getAsDouble(), longUnit(unit)) : Optional.empty();
        if (duration.isEmpty()) {
            return false;
        }
        if (SourceTexts.calendarUnit(longUnit(unit))) {
            settings.flatMap(held -> held.field("waitUnit"))
                    .ifPresent(part -> losses.changed(part, "A month counts as 30 days and a year as 365 days."));
        }
        String title = SourceTexts.title(name.isEmpty() ? "Wait " + WaitRule.words(duration.get()) : name);
        String id = assembly.id(title);
        if (assembly.add(
                key, new WaitStep(id, title, Position.ORIGIN, new WaitRule.ForDuration(duration.get())), activity)) {
            assembly.next(id, Port.NEXT, onlyNext(activity), activity);
        }
        return true;
    }

    /** Salesforce writes units in full; a single letter would be read as another tool means it. */
    private static String longUnit(String unit) {
        return unit.length() < 3 ? "" : unit;
    }

    private static OptionalDouble number(JsonSource activity, String field) {
        for (String holder : List.of("configurationArguments", "arguments")) {
            Optional<JsonSource> held = activity.field(holder);
            if (held.isPresent() && held.get().number(field).isPresent()) {
                return held.get().number(field);
            }
        }
        return OptionalDouble.empty();
    }

    private void message(JsonSource activity, String key, String name, String channel) {
        String creative = activity.at("configurationArguments", "triggeredSend")
                .flatMap(send -> send.text("emailId").or(() -> send.text("key")))
                .or(() -> activity.field("configurationArguments").flatMap(held -> held.text("assetId")))
                .or(() -> activity.field("arguments").flatMap(held -> held.text("emailToSend")))
                .map(id -> channel + "-" + id)
                .orElse("");
        String title = SourceTexts.title(name.isEmpty() ? key : name);
        String id = assembly.id(title);
        if (assembly.add(key, ImportedMessage.step(id, title, channel, creative), activity)) {
            List<JsonSource> outcomes = activity.items("outcomes");
            if (outcomes.size() <= 1) {
                assembly.outlets(id, onlyNext(activity), activity, ImportedMessage.all());
                return;
            }
            for (JsonSource outcome : outcomes) {
                assembly.outlets(id, outcome.text("next").orElse(null), outcome, ImportedMessage.all());
            }
        }
    }

    private void branch(JsonSource activity, String key, String name) {
        String title = SourceTexts.title(name.isEmpty() ? key : name);
        Optional<JsonSource> criteria = activity.at("configurationArguments", "criteria");
        List<JsonSource> outcomes = activity.items("outcomes");
        List<BranchArm> arms = new ArrayList<>();
        List<Runnable> ways = new ArrayList<>();
        String id = assembly.id(title);
        for (JsonSource outcome : outcomes) {
            String outcomeKey = outcome.text("key").orElse("");
            String next = outcome.text("next").orElse(null);
            Optional<String> label = label(outcome);
            if (outcomeKey.equals(REMAINDER)) {
                ways.add(() -> assembly.next(id, Port.OTHERWISE, next, outcome));
                label.ifPresent(text -> losses.changed(outcome, "The remainder is called “Otherwise” here."));
                continue;
            }
            String port = "path-" + (arms.size() + 1);
            Optional<String> filter = criteria.flatMap(held -> held.text(outcomeKey));
            List<Condition> conditions = filter.map(FilterDefinition::conditions)
                    .orElseGet(() -> List.of(SourceConditions.text("path", outcomeKey)));
            arms.add(new BranchArm(port, label.orElse("Path " + (arms.size() + 1)), conditions));
            ways.add(() -> assembly.next(id, port, next, outcome));
        }
        if (arms.isEmpty()) {
            opaque(activity, key, "MULTICRITERIADECISION", name);
        } else if (assembly.add(key, new BranchStep(id, title, Position.ORIGIN, arms), activity)) {
            ways.forEach(Runnable::run);
        }
    }

    private boolean split(JsonSource activity, String key, String name) {
        List<JsonSource> outcomes = activity.items("outcomes");
        List<SplitArm> arms = new ArrayList<>();
        List<Runnable> ways = new ArrayList<>();
        String title = SourceTexts.title(name.isEmpty() ? "Random split" : name);
        String id = assembly.id(title);
        for (JsonSource outcome : outcomes) {
            OptionalDouble share = outcome.field("arguments")
                    .map(held -> held.number("percentage"))
                    .orElse(OptionalDouble.empty());
            if (share.isEmpty() || share.getAsDouble() < 0) {
                return false;
            }
            if (share.getAsDouble() == 0) {
                losses.leftOut(outcome, "Takes nobody.");
                continue;
            }
            String port = "path-" + (arms.size() + 1);
            Optional<String> next = outcome.text("next");
            arms.add(new SplitArm(port, label(outcome).orElse("Path " + (arms.size() + 1)), share.getAsDouble()));
            ways.add(() -> assembly.next(id, port, next.orElse(null), outcome));
        }
        if (arms.isEmpty()) {
            return false;
        }
        if (assembly.add(key, new RandomSplitStep(id, title, Position.ORIGIN, arms), activity)) {
            ways.forEach(Runnable::run);
        }
        return true;
    }

    private void opaque(JsonSource activity, String key, String type, String name) {
        String title = SourceTexts.title(name.isEmpty() ? (key.isEmpty() ? type : key) : name);
        String id = assembly.id(title);
        List<JsonSource> outcomes = activity.items("outcomes");
        List<OpaqueArm> arms = new ArrayList<>();
        for (int i = 0; i < Math.max(1, outcomes.size()); i++) {
            String label = outcomes.isEmpty() ? "Next" : label(outcomes.get(i)).orElse("Path " + (i + 1));
            arms.add(new OpaqueArm("path-" + (i + 1), label));
        }
        String source = activity.pretty();
        if (assembly.add(key, assembly.opaque(id, title, type, activity, source, arms), activity)) {
            for (int i = 0; i < arms.size(); i++) {
                String next =
                        outcomes.isEmpty() ? null : outcomes.get(i).text("next").orElse(null);
                assembly.next(id, arms.get(i).port(), next, outcomes.isEmpty() ? activity : outcomes.get(i));
            }
        }
        activity.readWhole();
    }

    /** Goals and exit criteria watch people wherever they are; no step here does, so they stand beside the graph. */
    private void criterion(JsonSource part, String kind) {
        String title = SourceTexts.title(
                part.text("name").map(name -> kind + ": " + name).orElse(kind));
        assembly.add(assembly.opaque(assembly.id(title), title, kind, part, part.pretty(), List.of()));
        part.readWhole();
    }

    private static @Nullable String onlyNext(JsonSource activity) {
        List<JsonSource> outcomes = activity.items("outcomes");
        return outcomes.isEmpty() ? null : outcomes.getFirst().text("next").orElse(null);
    }

    private static Optional<String> label(JsonSource outcome) {
        return outcome.field("metaData").flatMap(data -> data.text("label")).map(SourceTexts::title);
    }
}
