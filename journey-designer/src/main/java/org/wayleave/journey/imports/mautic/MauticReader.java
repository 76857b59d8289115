package org.wayleave.journey.imports.mautic;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Step;
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

/** Reads the JSON in which Mautic 7 exports a campaign with all that it needs. */
public final class MauticReader {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** Mautic waits for a decision without end; a wait here has one. */
    private static final Duration WITHOUT_END = Duration.ofDays(365);

    private final Assembly assembly = new Assembly(SourceFormat.MAUTIC);
    private final Losses losses = assembly.losses();
    private final JsonSource root;
    private final JsonSource export;
    private final List<CampaignEvent> events = new ArrayList<>();
    private final Map<String, List<CampaignEvent>> behind = new HashMap<>();
    private final Map<String, Duration> spared = new HashMap<>();

    private MauticReader(JsonSource root, JsonSource export) {
        this.root = root;
        this.export = export;
    }

    /** Whether a file looks like a campaign of this tool. */
    public static boolean recognises(JsonSource root) {
        return export(root).isPresent();
    }

    private static Optional<JsonSource> export(JsonSource root) {
        List<JsonSource> parts = root.kind() == JsonSource.Kind.LIST ? root.items() : List.of(root);
        return parts.stream()
                .filter(part -> !part.items("campaign").isEmpty()
                        && (part.has("campaign_event")
                                || part.items("campaign").getFirst().has("canvas_settings")))
                .findFirst();
    }

    /** Imports the first campaign of the file for an industry. */
    public static ForeignJourney read(JsonSource root, String vertical) {
        JsonSource export =
                export(root).orElseThrow(() -> new JourneyFormatException("", "the file holds no campaign of Mautic"));
        return new MauticReader(root, export).journey(vertical);
    }

    private ForeignJourney journey(String vertical) {
        JsonSource campaign = export.items("campaign").getFirst();
        String number = campaign.text("id").orElse("");
        for (JsonSource json : export.items("campaign_event")) {
            if (json.kind() != JsonSource.Kind.OBJECT) {
                continue;
            }
            if (!json.text("campaign_id").orElse(number).equals(number)) {
                losses.leftOut(json, "Belongs to another campaign; the first one of the file is imported.");
                json.readWhole();
                continue;
            }
            CampaignEvent event = CampaignEvent.of(json);
            events.add(event);
            behind.computeIfAbsent(event.parent(), parent -> new ArrayList<>()).add(event);
        }
        String title = campaign.text("name").orElse("");
        String goal = SourceTexts.plain(campaign.text("description").orElse(""));
        List<String> entries = new CampaignSources(export, number, assembly).entries();
        events.forEach(this::step);
        events.forEach(CampaignEvent::settleCopies);
        for (String entry : entries) {
            follow(entry, Port.NEXT, roots(), export);
        }
        new CampaignCanvas(campaign, events, assembly).read(entries);
        root.unread(losses::unread);
        return assembly.journey(title, vertical, goal);
    }

    /** The events that follow a source; one whose parent is not in the file is told of where it stands. */
    private List<CampaignEvent> roots() {
        Set<String> known = new HashSet<>();
        events.forEach(event -> known.add(event.id()));
        for (CampaignEvent event : events) {
            if (!event.parent().isEmpty() && !known.contains(event.parent())) {
                losses.leftOut(
                        event.json(),
                        "Follows event " + event.parent() + ", which is not in the file; no way leads here.");
            }
        }
        return behind.getOrDefault("", List.of());
    }

    private List<CampaignEvent> children(CampaignEvent event, String path) {
        return behind.getOrDefault(event.id(), List.of()).stream()
                .filter(child -> child.path().equals(path))
                .toList();
    }

    private void follow(String from, String port, List<CampaignEvent> next, JsonSource at) {
        if (next.isEmpty()) {
            assembly.end(from, port, at);
        }
        for (CampaignEvent child : next) {
            assembly.way(from, port, child.name(), child.key(), child.json());
        }
    }

    private void step(CampaignEvent event) {
        if (event.id().isEmpty() || assembly.knows(event.key())) {
            losses.leftOut(event.json(), event.id().isEmpty() ? "Has no id." : "Another event has the same id.");
            event.json().readWhole();
            return;
        }
        List<Step> before = waits(event);
        if (event.type().equals("campaign.jump_to_event") && event.kind().equals("action")) {
            jump(event, before);
            return;
        }
        Step step = made(event);
        chain(event, before, step.id());
        assembly.add(step);
        ways(event, step);
    }

    /** Draws the waits before an event and lets ways to the event lead to the first of them. */
    private void chain(CampaignEvent event, List<Step> waits, String last) {
        assembly.head(event.key(), waits.isEmpty() ? last : waits.getFirst().id());
        for (int i = 0; i < waits.size(); i++) {
            assembly.add(waits.get(i));
            String next = i + 1 < waits.size() ? waits.get(i + 1).id() : last;
            assembly.join(waits.get(i).id(), Port.NEXT, next, event.json());
        }
    }

    private void jump(CampaignEvent event, List<Step> waits) {
        String target = CampaignEvent.key(
                event.property("jumpToEvent").flatMap(JsonSource::text).orElse(""));
        if (waits.isEmpty()) {
            assembly.alias(event.key(), target);
        } else {
            Step last = waits.removeLast();
            chain(event, waits, last.id());
            assembly.add(last);
            assembly.way(last.id(), Port.NEXT, "", target, event.json());
        }
        losses.changed(event.json(), "A jump is a way to the step it jumps to; the jump itself has no card.");
    }

    private Step made(CampaignEvent event) {
        return switch (event.kind()) {
            case "condition" -> condition(event);
            case "decision" -> decision(event);
            case "action" ->
                switch (event.type()) {
                    case "email.send" -> message(event, "email", "email");
                    case "sms.send_text_sms" -> message(event, "sms", "sms");
                    case "notification.send_mobile_notification" -> message(event, "push", "notification");
                    case "notification.send_notification" -> message(event, "push", "notification");
                    case "focus.show" -> message(event, "web", "focus");
                    default -> opaque(event);
                };
            default -> opaque(event);
        };
    }

    private Step message(CampaignEvent event, String channel, String property) {
        Optional<String> number = event.property(property)
                .flatMap(JsonSource::text)
                .or(() -> event.json().text("channel_id"));
        String creative = number.flatMap(wanted -> export.items(property).stream()
                        .filter(entity ->
                                entity.text("id").filter(wanted::equals).isPresent())
                        .findFirst()
                        .flatMap(entity -> entity.text("name")))
                .orElseGet(() -> number.map(id -> channel + "-" + id).orElse(""));
        return ImportedMessage.step(assembly.id(event.name()), event.name(), channel, creative);
    }

    private Step condition(CampaignEvent event) {
        return new BranchStep(
                assembly.id(event.name()),
                event.name(),
                Position.ORIGIN,
                List.of(new BranchArm(YES, "Yes", List.of(test(event)))));
    }

    private Condition test(CampaignEvent event) {
        String field = switch (event.type()) {
            case "lead.points" -> "points";
            case "lead.field_value" ->
                event.property("field").flatMap(JsonSource::text).orElse("");
            default -> "";
        };
        Optional<JsonSource> value = event.property(event.type().equals("lead.points") ? "score" : "value");
        Optional<String> operator =
                field.isEmpty() ? Optional.empty() : event.property("operator").flatMap(JsonSource::text);
        if (field.isEmpty() || operator.isEmpty()) {
            Optional<JsonSource> set = event.properties()
                    .flatMap(held -> held.field("properties").filter(inner -> !inner.isEmpty()))
                    .or(event::properties);
            set.ifPresent(JsonSource::readWhole);
            return SourceConditions.text(
                    event.type(), set.map(JsonSource::compact).orElse(event.name()));
        }
        String words = operator.get() + value.map(held -> " " + held.compact()).orElse("");
        return SourceConditions.comparing(
                        field,
                        operator.get(),
                        value.map(SourceConditions::values).orElse(List.of()))
                .orElseGet(() -> {
                    value.ifPresent(JsonSource::readWhole);
                    return SourceConditions.text(field, words);
                });
    }

    private Step decision(CampaignEvent event) {
        Optional<Duration> timeout = children(event, NO).stream()
                .flatMap(child -> child.interval().stream())
                .min(Duration::compareTo);
        timeout.ifPresent(duration -> spared.put(event.id(), duration));
        if (timeout.isEmpty()) {
            losses.changed(event.json(), "Waits without end; here at most 365 days.");
        }
        Optional<JsonSource> about =
                event.properties().flatMap(held -> held.field("properties")).filter(inner -> !inner.isEmpty());
        about.ifPresent(JsonSource::readWhole);
        return new WaitStep(
                assembly.id(event.name()),
                event.name(),
                Position.ORIGIN,
                new WaitRule.ForEvent(
                        SourceConditions.event(event.type()
                                + about.map(inner -> " " + inner.compact()).orElse("")),
                        timeout.orElse(WITHOUT_END)));
    }

    private Step opaque(CampaignEvent event) {
        String source = event.json().pretty();
        Step made = assembly.opaque(
                assembly.id(event.name()),
                event.name(),
                event.type(),
                event.json(),
                source,
                List.of(new OpaqueArm(Port.NEXT, "Next")));
        event.json().readWhole();
        return made;
    }

    private void ways(CampaignEvent event, Step step) {
        List<CampaignEvent> plain = new ArrayList<>(children(event, ""));
        if (step instanceof BranchStep || step instanceof WaitStep) {
            follow(step.id(), step instanceof BranchStep ? YES : Port.HAPPENED, children(event, YES), event.json());
            follow(
                    step.id(),
                    step instanceof BranchStep ? Port.OTHERWISE : Port.TIMEOUT,
                    children(event, NO),
                    event.json());
            plain.forEach(child -> losses.leftOut(
                    child.json(), "Follows a question without saying after which answer; no way leads here."));
            return;
        }
        plain.addAll(children(event, YES));
        plain.addAll(children(event, NO));
        if (step instanceof OpaqueStep) {
            follow(step.id(), Port.NEXT, plain, event.json());
        } else {
            for (Port port : step.ports()) {
                follow(step.id(), port.name(), plain, event.json());
            }
        }
    }

    private List<Step> waits(CampaignEvent event) {
        List<Step> waits = new ArrayList<>();
        event.interval().ifPresent(interval -> {
            Duration rest = event.path().equals(NO)
                    ? interval.minus(spared.getOrDefault(event.parent(), Duration.ZERO))
                    : interval;
            if (SourceTexts.calendarUnit(
                    event.json().text("trigger_interval_unit").orElse(""))) {
                event.json()
                        .field("trigger_interval_unit")
                        .ifPresent(part -> losses.changed(part, "A month counts as 30 days and a year as 365 days."));
            }
            if (rest.isPositive()) {
                waits.add(wait(new WaitRule.ForDuration(rest)));
            }
        });
        event.date().ifPresent(date -> {
            String title = "Wait until " + SourceTexts.title(date);
            JsonSource part = event.json().field("trigger_date").orElse(event.json());
            waits.add(assembly.opaque(
                    assembly.id(title), title, "date", part, part.pretty(), List.of(new OpaqueArm(Port.NEXT, "Next"))));
        });
        window(event).ifPresent(window -> waits.add(wait(window)));
        return waits;
    }

    private Optional<WaitRule> window(CampaignEvent event) {
        Optional<LocalTime> from =
                event.json().text("triggerRestrictedStartHour").flatMap(SourceTexts::time);
        Optional<LocalTime> to = event.json().text("triggerRestrictedStopHour").flatMap(SourceTexts::time);
        Set<DayOfWeek> days = days(event.json());
        boolean hours = from.isPresent() && to.isPresent() && !from.equals(to);
        if (!hours && (days.isEmpty() || days.size() == 7)) {
            return Optional.empty();
        }
        return Optional.of(new WaitRule.UntilWindow(
                hours ? from.get() : LocalTime.MIDNIGHT,
                hours ? to.get() : LocalTime.of(23, 59, 59),
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                Extras.NONE));
    }

    /** Mautic counts Sunday as 0; 7 to 9 stand for weekdays, weekends and the like and are not used with single days. */
    private Set<DayOfWeek> days(JsonSource event) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonSource item : event.items("triggerRestrictedDaysOfWeek")) {
            String day = item.text().orElse("");
            if (day.matches("[0-6]")) {
                int number = Integer.parseInt(day);
                days.add(number == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(number));
            } else {
                losses.leftOut(item, "Is no day of the week.");
            }
        }
        return days;
    }

    private Step wait(WaitRule rule) {
        String title = rule instanceof WaitRule.ForDuration ? "Wait " + rule.summary() : "Wait for the send window";
        return new WaitStep(assembly.id(title), title, Position.ORIGIN, rule);
    }
}
