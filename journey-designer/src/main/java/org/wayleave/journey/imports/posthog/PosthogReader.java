package org.wayleave.journey.imports.posthog;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.SplitArm;
import org.wayleave.journey.graph.Step;
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

/** Reads the JSON of a workflow of PostHog. */
public final class PosthogReader {

    private static final Pattern DELAY = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*([smhdw])");
    private static final String CONTINUE = "continue";
    private static final int MOST_BRANCHES = 1_000;

    private final Assembly assembly = new Assembly(SourceFormat.POSTHOG);
    private final Losses losses = assembly.losses();
    private final JsonSource root;

    /** The ways out of an action: the plain one under −1, branches under their number. */
    private final Map<String, Map<Integer, List<JsonSource>>> ways = new HashMap<>();

    private PosthogReader(JsonSource root) {
        this.root = root;
    }

    /** Whether a file looks like a workflow of this tool. */
    public static boolean recognises(JsonSource root) {
        return list(root, "actions")
                && list(root, "edges")
                && (root.has("trigger")
                        || root.has("exit_condition")
                        || root.items("actions").stream()
                                .anyMatch(action -> action.field("type")
                                        .map(JsonSource::compact)
                                        .orElse("")
                                        .equals("\"trigger\"")));
    }

    private static boolean list(JsonSource root, String field) {
        return root.field(field)
                .filter(held -> held.kind() == JsonSource.Kind.LIST)
                .isPresent();
    }

    /** Imports the workflow for an industry. */
    public static ForeignJourney read(JsonSource root, String vertical) {
        return new PosthogReader(root).journey(vertical);
    }

    private ForeignJourney journey(String vertical) {
        String title = root.text("name").orElse("");
        String goal = SourceTexts.line(root.text("description").orElse(""));
        for (JsonSource edge : root.items("edges")) {
            edge(edge);
        }
        root.items("actions").forEach(this::action);
        ways.values()
                .forEach(rest -> rest.values()
                        .forEach(edges -> edges.forEach(edge -> losses.leftOut(
                                edge, "Leaves an action that is not in the file, or has no such way out."))));
        trigger();
        conversion();
        root.unread(losses::unread);
        return assembly.journey(title, vertical, goal);
    }

    private void edge(JsonSource edge) {
        Optional<String> from = edge.text("from");
        if (from.isEmpty() || edge.field("to").filter(to -> !to.isEmpty()).isEmpty()) {
            losses.leftOut(edge, "Does not say from where to where it leads.");
            return;
        }
        OptionalDouble index = edge.number("index");
        String type = edge.text("type").orElse(CONTINUE);
        double number = index.orElse(0);
        if (number != Math.rint(number) || number < 0 || number > MOST_BRANCHES) {
            losses.leftOut(edge, "Has no usable number.");
            return;
        }
        if (!type.equals(CONTINUE) && !type.equals("branch")) {
            losses.leftOut(edge, "Is a kind of way that is not known here.");
            return;
        }
        int way = type.equals(CONTINUE) ? -1 : (int) number;
        if (type.equals(CONTINUE) && index.isPresent()) {
            edge.field("index").ifPresent(part -> losses.leftOut(part, "Says nothing of a plain way."));
        }
        ways.computeIfAbsent(from.get(), key -> new HashMap<>())
                .computeIfAbsent(way, key -> new ArrayList<>())
                .add(edge);
    }

    /** Draws the ways out of an action that have that number, or one to the end when there is none. */
    private void follow(String key, int way, String id, String port, JsonSource at) {
        Map<Integer, List<JsonSource>> own = ways.getOrDefault(key, Map.of());
        List<JsonSource> edges = own.isEmpty() ? null : own.remove(way);
        if (edges == null) {
            assembly.end(id, port, at);
            return;
        }
        for (JsonSource edge : edges) {
            assembly.way(id, port, "", edge.text("to").orElse(""), edge);
        }
    }

    private void action(JsonSource action) {
        String key = action.text("id").orElse("");
        String type = action.text("type").orElse("");
        String title = SourceTexts.title(action.text("name").orElse(type.isEmpty() ? key : type));
        Optional<JsonSource> config = action.field("config");
        if (type.equals("trigger")) {
            entries(action, key, title);
            return;
        }
        Optional<Step> made = config.flatMap(held -> switch (type) {
            case "delay" -> delay(held, title);
            case "wait_until_event", "wait_until_condition" -> waitForEvent(held, title);
            case "wait_until_time_window" -> window(held, title);
            case "conditional_branch" -> branch(held, title);
            case "random_cohort_branch" -> split(held, title);
            case "function_email" -> Optional.of(message(held, title, "email"));
            case "function_sms" -> Optional.of(message(held, title, "sms"));
            case "function_push" -> Optional.of(message(held, title, "push"));
            case "exit" -> Optional.of(exit(held, title));
            default -> Optional.empty();
        });
        if (made.isEmpty()) {
            opaque(action, key, type, title);
        } else if (assembly.add(key, made.get(), action)) {
            leave(key, made.get(), action);
        }
    }

    private void leave(String key, Step step, JsonSource at) {
        switch (step) {
            case ExitStep exit -> {}
            case BranchStep branch -> {
                for (int i = 0; i < branch.arms().size(); i++) {
                    follow(key, i, step.id(), branch.arms().get(i).port(), at);
                }
                follow(key, -1, step.id(), Port.OTHERWISE, at);
            }
            case RandomSplitStep split -> {
                for (SplitArm arm : split.arms()) {
                    follow(
                            key,
                            Integer.parseInt(arm.port().substring("cohort-".length())) - 1,
                            step.id(),
                            arm.port(),
                            at);
                }
            }
            case WaitStep wait -> {
                if (wait.rule() instanceof WaitRule.ForEvent) {
                    follow(key, 0, step.id(), Port.HAPPENED, at);
                    follow(key, -1, step.id(), Port.TIMEOUT, at);
                } else {
                    onward(key, step, at);
                }
            }
            default -> onward(key, step, at);
        }
    }

    private void onward(String key, Step step, JsonSource at) {
        List<JsonSource> plain = ways.getOrDefault(key, Map.of()).getOrDefault(-1, List.of());
        for (Port port : step.ports()) {
            if (plain.isEmpty()) {
                assembly.end(step.id(), port.name(), at);
            }
            plain.forEach(edge ->
                    assembly.way(step.id(), port.name(), "", edge.text("to").orElse(""), edge));
        }
        ways.getOrDefault(key, new HashMap<>()).remove(-1);
    }

    private void entries(JsonSource action, String key, String title) {
        Optional<JsonSource> held = action.field("config").filter(config -> !config.isEmpty());
        Optional<JsonSource> above = root.field("trigger").filter(trigger -> !trigger.isEmpty());
        JsonSource config = held.or(() -> above).orElse(action);
        if (held.isPresent() && above.filter(held.get()::says).isPresent()) {
            above.get().readWhole();
        }
        List<JsonSource> plain =
                new ArrayList<>(ways.getOrDefault(key, Map.of()).getOrDefault(-1, List.of()));
        ways.getOrDefault(key, new HashMap<>()).remove(-1);
        ReEntry reEntry = ReEntry.afterExit();
        for (Trigger trigger : triggers(config)) {
            String id = assembly.id(title);
            EntryStep entry = new EntryStep(id, title, Position.ORIGIN, trigger, reEntry);
            if (assembly.knows(key)) {
                assembly.add(entry);
            } else {
                assembly.add(key, entry, action);
            }
            plain.forEach(
                    edge -> assembly.way(id, Port.NEXT, "", edge.text("to").orElse(""), edge));
        }
    }

    private static List<Trigger> triggers(JsonSource config) {
        String type = config.text("type").orElse("");
        Optional<JsonSource> filters = config.field("filters");
        List<Condition> conditions = filters.map(PosthogFilters::properties).orElse(List.of());
        List<JsonSource> events = filters.map(PosthogFilters::events).orElse(List.of());
        if (type.equals("event") && !events.isEmpty()) {
            List<Trigger> triggers = new ArrayList<>();
            for (JsonSource event : events) {
                List<Condition> all = new ArrayList<>(PosthogFilters.properties(event));
                all.addAll(conditions);
                triggers.add(new Trigger.OnEvent(SourceConditions.event(PosthogFilters.name(event)), all, Extras.NONE));
            }
            return triggers;
        }
        if (type.equals("batch") && !conditions.isEmpty()) {
            return List.of(new Trigger.OnAudience(conditions));
        }
        return List.of(new Trigger.OnEvent(
                SourceConditions.event(type.isEmpty() ? "trigger" : type), conditions, Extras.NONE));
    }

    private void trigger() {
        boolean known = root.items("actions").stream()
                .anyMatch(
                        action -> action.text("type").filter("trigger"::equals).isPresent());
        if (known) {
            return;
        }
        root.field("trigger").filter(config -> !config.isEmpty()).ifPresent(config -> {
            for (Trigger trigger : triggers(config)) {
                assembly.add(new EntryStep(
                        assembly.id("Trigger"), "Trigger", Position.ORIGIN, trigger, ReEntry.afterExit()));
            }
            losses.changed(config, "No way of the file leaves the trigger; connect the entry.");
        });
    }

    private static Optional<Duration> duration(JsonSource config, String field) {
        Optional<JsonSource> value = config.field(field);
        Matcher matcher = DELAY.matcher(value.filter(held -> held.kind() == JsonSource.Kind.TEXT)
                .map(held -> held.compact().replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .orElse(""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2).equals("m") ? "min" : matcher.group(2);
        Optional<Duration> duration = SourceTexts.duration(Double.parseDouble(matcher.group(1)), unit);
        if (duration.isPresent()) {
            config.text(field);
        }
        return duration;
    }

    private Optional<Step> delay(JsonSource config, String title) {
        return duration(config, "delay_duration")
                .map(duration ->
                        new WaitStep(assembly.id(title), title, Position.ORIGIN, new WaitRule.ForDuration(duration)));
    }

    /** Waiting for one event without further conditions has a counterpart here; everything else is kept as it is. */
    private Optional<Step> waitForEvent(JsonSource config, String title) {
        List<JsonSource> waited = config.items("events");
        Optional<Duration> timeout = duration(config, "max_wait_duration");
        Optional<JsonSource> filters = waited.size() == 1 ? waited.getFirst().field("filters") : Optional.empty();
        if (timeout.isEmpty()
                || config.field("condition")
                        .filter(condition -> !condition.isEmpty())
                        .isPresent()
                || filters.isEmpty()
                || PosthogFilters.events(filters.get()).size() != 1
                || !filters.get().items("properties").isEmpty()
                || !filters.get().items("actions").isEmpty()
                || !PosthogFilters.events(filters.get())
                        .getFirst()
                        .items("properties")
                        .isEmpty()) {
            return Optional.empty();
        }
        String event = PosthogFilters.name(PosthogFilters.events(filters.get()).getFirst());
        return Optional.of(new WaitStep(
                assembly.id(title),
                title,
                Position.ORIGIN,
                new WaitRule.ForEvent(SourceConditions.event(event), timeout.get())));
    }

    private Optional<Step> window(JsonSource config, String title) {
        Set<DayOfWeek> days = days(config.field("day"));
        Optional<JsonSource> time = config.field("time");
        LocalTime from = LocalTime.MIDNIGHT;
        LocalTime to = LocalTime.of(23, 59, 59);
        if (time.filter(held -> held.kind() == JsonSource.Kind.LIST).isPresent()) {
            List<Optional<LocalTime>> ends = time.get().items().stream()
                    .map(item -> item.text().flatMap(SourceTexts::time))
                    .toList();
            if (ends.size() != 2
                    || ends.get(0).isEmpty()
                    || ends.get(1).isEmpty()
                    || ends.get(0).equals(ends.get(1))) {
                return Optional.empty();
            }
            from = ends.get(0).get();
            to = ends.get(1).get();
        } else if (!time.map(JsonSource::compact).orElse("").equals("\"any\"")) {
            return Optional.empty();
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        time.ifPresent(JsonSource::readWhole);
        config.field("day").ifPresent(JsonSource::readWhole);
        if (!config.truth("use_person_timezone").orElse(false)) {
            JsonSource zone = config.field("timezone").orElse(config);
            losses.changed(zone, "Waits in one time zone for all; here each person waits in their own.");
            config.text("timezone");
        }
        return Optional.of(new WaitStep(
                assembly.id(title), title, Position.ORIGIN, new WaitRule.UntilWindow(from, to, days, Extras.NONE)));
    }

    private static Set<DayOfWeek> days(Optional<JsonSource> day) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        switch (day.map(JsonSource::compact).orElse("")) {
            case "\"any\"" -> days.addAll(EnumSet.allOf(DayOfWeek.class));
            case "\"weekday\"" -> days.addAll(EnumSet.complementOf(EnumSet.copyOf(weekend)));
            case "\"weekend\"" -> days.addAll(weekend);
            default -> {
                for (JsonSource item : day.map(JsonSource::items).orElse(List.of())) {
                    String name = item.compact().replace("\"", "").toUpperCase(Locale.ROOT);
                    Optional<DayOfWeek> known = java.util.Arrays.stream(DayOfWeek.values())
                            .filter(of -> of.name().equals(name))
                            .findFirst();
                    if (known.isEmpty()) {
                        return Set.of();
                    }
                    days.add(known.get());
                }
            }
        }
        return days;
    }

    private Optional<Step> branch(JsonSource config, String title) {
        List<BranchArm> arms = new ArrayList<>();
        for (JsonSource condition : config.items("conditions")) {
            int number = arms.size() + 1;
            Optional<JsonSource> filters = condition.field("filters").filter(held -> !held.isEmpty());
            List<Condition> conditions =
                    filters.map(PosthogFilters::all).orElseGet(() -> List.of(SourceConditions.text("filters", "none")));
            String name = SourceTexts.title(condition.text("name").orElse("Condition " + number));
            arms.add(new BranchArm("condition-" + number, name, conditions));
        }
        return arms.isEmpty()
                ? Optional.empty()
                : Optional.of(new BranchStep(assembly.id(title), title, Position.ORIGIN, arms));
    }

    private Optional<Step> split(JsonSource config, String title) {
        List<SplitArm> arms = new ArrayList<>();
        List<JsonSource> cohorts = config.items("cohorts");
        if (cohorts.stream().anyMatch(cohort -> cohort.number("percentage").orElse(-1) < 0)) {
            return Optional.empty();
        }
        for (int i = 0; i < cohorts.size(); i++) {
            double share = cohorts.get(i).number("percentage").orElse(0);
            if (share == 0) {
                losses.leftOut(cohorts.get(i), "Takes nobody.");
                continue;
            }
            String name = SourceTexts.title(cohorts.get(i).text("name").orElse("Cohort " + (i + 1)));
            arms.add(new SplitArm("cohort-" + (i + 1), name, share));
        }
        return arms.isEmpty()
                ? Optional.empty()
                : Optional.of(new RandomSplitStep(assembly.id(title), title, Position.ORIGIN, arms));
    }

    private Step message(JsonSource config, String title, String channel) {
        String creative =
                config.text("template_uuid").map(uuid -> channel + "-" + uuid).orElse("");
        config.field("message_category_id")
                .filter(category -> !category.isEmpty())
                .ifPresent(category -> losses.leftOut(
                        category, "The purpose is not set; choose the one that this category of messages stands for."));
        config.field("message_category_type")
                .filter(category -> !category.isEmpty())
                .ifPresent(category -> losses.leftOut(category, "The purpose is not set; choose it."));
        return ImportedMessage.step(assembly.id(title), title, channel, creative);
    }

    private Step exit(JsonSource config, String title) {
        String reason = SourceTexts.line(config.text("reason").orElse(""));
        return new ExitStep(assembly.id(title), title, Position.ORIGIN, reason);
    }

    private void opaque(JsonSource action, String key, String type, String title) {
        Map<Integer, List<JsonSource>> own = ways.getOrDefault(key, Map.of());
        List<Integer> numbers = own.keySet().stream().sorted().toList();
        List<OpaqueArm> arms = new ArrayList<>();
        for (int number : numbers) {
            arms.add(
                    number < 0
                            ? new OpaqueArm(Port.NEXT, "Next")
                            : new OpaqueArm("branch-" + (number + 1), "Branch " + (number + 1)));
        }
        String id = assembly.id(title);
        if (assembly.add(key, assembly.opaque(id, title, type, action, action.pretty(), arms), action)) {
            for (int i = 0; i < numbers.size(); i++) {
                follow(key, numbers.get(i), id, arms.get(i).port(), action);
            }
        }
        action.readWhole();
    }

    /** What counts as success watches people wherever they are; no step here does, so it stands beside the graph. */
    private void conversion() {
        root.field("conversion").filter(part -> !part.isEmpty()).ifPresent(part -> {
            assembly.add(assembly.opaque(
                    assembly.id("Conversion"), "Conversion", "conversion", part, part.pretty(), List.of()));
            part.readWhole();
        });
        root.field("exit_condition").ifPresent(part -> {
            if (part.compact().equals("\"exit_only_at_end\"")) {
                part.readWhole();
            } else {
                losses.leftOut(part, "People leave here only at the end of their way.");
            }
        });
    }
}
