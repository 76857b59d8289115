package org.wayleave.journey.imports.dittofeed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.Outlet;
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

/** Reads the JSON of a journey of Dittofeed: its definition alone, or the resource that holds it. */
public final class DittofeedReader {

    private static final String EXIT = "ExitNode";

    private final Assembly assembly = new Assembly(SourceFormat.DITTOFEED);
    private final Losses losses = assembly.losses();
    private final JsonSource root;
    private final JsonSource definition;

    private DittofeedReader(JsonSource root, JsonSource definition) {
        this.root = root;
        this.definition = definition;
    }

    /** Whether a file looks like a journey of this tool. */
    public static boolean recognises(JsonSource root) {
        return definition(root).isPresent();
    }

    private static Optional<JsonSource> definition(JsonSource root) {
        return Optional.of(root)
                .filter(DittofeedReader::defines)
                .or(() -> root.field("definition").filter(DittofeedReader::defines));
    }

    private static boolean defines(JsonSource json) {
        // Segments have an entry node and nodes too.
        return json.has("entryNode")
                && json.has("exitNode")
                && json.field("nodes")
                        .filter(nodes -> nodes.kind() == JsonSource.Kind.LIST)
                        .isPresent();
    }

    /** Imports the journey for an industry. */
    public static ForeignJourney read(JsonSource root, String vertical) {
        JsonSource definition = definition(root)
                .orElseThrow(() -> new JourneyFormatException("", "the file holds no journey of Dittofeed"));
        return new DittofeedReader(root, definition).journey(vertical);
    }

    private ForeignJourney journey(String vertical) {
        String title = root.text("name").orElse("");
        definition.field("exitNode").ifPresent(node -> {
            if (node.holds("type", EXIT)) {
                node.text("type");
            }
            assembly.add(EXIT, new ExitStep(assembly.id("Exit"), "Exit", Position.ORIGIN, ""), node);
        });
        definition.items("nodes").forEach(this::node);
        definition.field("entryNode").ifPresent(this::entry);
        root.unread(losses::unread);
        return assembly.journey(title, vertical, "");
    }

    private void entry(JsonSource node) {
        String type = node.text("type").orElse("");
        Trigger trigger;
        ReEntry reEntry;
        String title;
        if (type.equals("EventEntryNode")) {
            String event = node.text("event").orElse("event");
            title = SourceTexts.title(event);
            trigger = new Trigger.OnEvent(SourceConditions.event(event));
            reEntry = ReEntry.afterExit();
            node.field("key")
                    .filter(key -> !key.isEmpty())
                    .ifPresent(key -> losses.leftOut(
                            key, "Lets a person be in the journey once for each value; here once at a time."));
        } else {
            title = "Segment";
            boolean known =
                    type.equals("EntryNode") && !node.text("segment").orElse("").isEmpty();
            trigger = new Trigger.OnAudience(List.of(
                    known
                            ? SourceConditions.text(
                                    "segment", node.text("segment").orElse(""))
                            : SourceConditions.text("entry", node.compact())));
            reEntry = node.truth("reEnter").orElse(false) ? ReEntry.afterExit() : ReEntry.never();
        }
        String id = assembly.id(title);
        assembly.add(new EntryStep(id, title, Position.ORIGIN, trigger, reEntry));
        follow(id, Port.NEXT, node, "child");
    }

    private void node(JsonSource node) {
        String key = node.text("id").orElse("");
        String type = node.text("type").orElse("");
        boolean made = switch (type) {
            case "DelayNode" -> delay(node, key);
            case "MessageNode" -> message(node, key);
            case "SegmentSplitNode" -> branch(node, key);
            case "RandomCohortNode" -> split(node, key);
            case "WaitForNode" -> waitFor(node, key);
            default -> false;
        };
        if (!made) {
            opaque(node, key, type);
        }
    }

    private boolean delay(JsonSource node, String key) {
        Optional<WaitRule> rule = node.field("variant").flatMap(this::rule);
        if (rule.isEmpty()) {
            return false;
        }
        String title = rule.get() instanceof WaitRule.ForDuration
                ? "Wait " + rule.get().summary()
                : "Wait for the time of day";
        String id = assembly.id(title);
        if (assembly.add(key, new WaitStep(id, title, Position.ORIGIN, rule.get()), node)) {
            follow(id, Port.NEXT, node, "child");
        }
        return true;
    }

    private Optional<WaitRule> rule(JsonSource variant) {
        return switch (variant.field("type").map(JsonSource::compact).orElse("")) {
            case "\"Second\"" -> {
                Optional<Duration> duration =
                        SourceTexts.duration(variant.number("seconds").orElse(0), "seconds");
                duration.ifPresent(known -> variant.text("type"));
                yield duration.map(WaitRule.ForDuration::new);
            }
            case "\"LocalTime\"" -> localTime(variant);
            default -> Optional.empty();
        };
    }

    /** Until a time of day: a window of one minute that opens then. */
    private Optional<WaitRule> localTime(JsonSource variant) {
        OptionalDouble hour = variant.number("hour");
        OptionalDouble minute = variant.number("minute");
        double h = hour.orElse(-1);
        double m = minute.orElse(0);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<JsonSource> allowed = variant.items("allowedDaysOfWeek");
        for (JsonSource day : allowed) {
            String number = day.text().orElse("");
            if (!number.matches("[0-6]")) {
                return Optional.empty();
            }
            days.add(number.equals("0") ? DayOfWeek.SUNDAY : DayOfWeek.of(Integer.parseInt(number)));
        }
        if (h != Math.rint(h) || h < 0 || h > 23 || m != Math.rint(m) || m < 0 || m > 59) {
            return Optional.empty();
        }
        variant.text("type");
        LocalTime from = LocalTime.of((int) h, (int) m);
        return Optional.of(new WaitRule.UntilWindow(
                from, from.plusMinutes(1), days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, Extras.NONE));
    }

    private boolean message(JsonSource node, String key) {
        String type = node.at("variant", "type").map(JsonSource::compact).orElse("");
        String channel = switch (type) {
            case "\"Email\"" -> "email";
            case "\"Sms\"" -> "sms";
            case "\"MobilePush\"" -> "push";
            default -> "";
        };
        if (channel.isEmpty()) {
            return false;
        }
        node.at("variant", "type").ifPresent(JsonSource::readWhole);
        String creative = node.field("variant")
                .flatMap(variant -> variant.text("templateId"))
                .map(template -> channel + "-" + template)
                .orElse("");
        String title = SourceTexts.title(node.text("name").orElse(channel + " " + key));
        String id = assembly.id(title);
        if (!assembly.add(key, ImportedMessage.step(id, title, channel, creative), node)) {
            return true;
        }
        node.field("subscriptionGroupId")
                .filter(group -> !group.isEmpty())
                .ifPresent(group -> losses.leftOut(
                        group, "The purpose is not set; choose the one that this subscription group stands for."));
        String child = child(node, "child");
        boolean goesOn = node.truth("skipOnFailure").orElse(false);
        assembly.outlets(id, child, node, EnumSet.of(Outlet.GRANTED));
        assembly.outlets(id, goesOn ? child : EXIT, node, EnumSet.complementOf(EnumSet.of(Outlet.GRANTED)));
        return true;
    }

    private boolean branch(JsonSource node, String key) {
        Optional<JsonSource> variant = node.field("variant")
                .filter(held ->
                        held.field("type").map(JsonSource::compact).orElse("").equals("\"Boolean\""))
                .filter(held -> held.field("segment")
                        .filter(segment -> !segment.isEmpty())
                        .isPresent());
        if (variant.isEmpty()) {
            return false;
        }
        JsonSource held = variant.get();
        held.text("type");
        String segment = held.text("segment").orElse("");
        String title = SourceTexts.title(node.text("name").orElse("In segment?"));
        String id = assembly.id(title);
        BranchArm arm = new BranchArm("yes", "In the segment", List.of(SourceConditions.text("segment", segment)));
        if (assembly.add(key, new BranchStep(id, title, Position.ORIGIN, List.of(arm)), node)) {
            follow(id, "yes", held, "trueChild");
            follow(id, Port.OTHERWISE, held, "falseChild");
        }
        return true;
    }

    private boolean split(JsonSource node, String key) {
        List<JsonSource> children = node.items("children");
        boolean weighed = !children.isEmpty()
                && children.stream().allMatch(child -> child.number("percent").orElse(-1) >= 0)
                && children.stream().anyMatch(child -> child.number("percent").orElse(0) > 0);
        if (!weighed) {
            return false;
        }
        List<SplitArm> arms = new ArrayList<>();
        String title = SourceTexts.title(node.text("name").orElse("Random split"));
        String id = assembly.id(title);
        List<Runnable> ways = new ArrayList<>();
        for (JsonSource child : children) {
            double percent = child.number("percent").orElse(0);
            if (percent == 0) {
                losses.leftOut(child, "Takes nobody.");
                continue;
            }
            String port = "cohort-" + (arms.size() + 1);
            arms.add(new SplitArm(
                    port, SourceTexts.title(child.text("name").orElse("Cohort " + (arms.size() + 1))), percent));
            ways.add(() -> follow(id, port, child, "id"));
        }
        if (assembly.add(key, new RandomSplitStep(id, title, Position.ORIGIN, arms), node)) {
            ways.forEach(Runnable::run);
        }
        return true;
    }

    /** Waiting for one segment is waiting for the event of entering it; for several there is no wait here. */
    private boolean waitFor(JsonSource node, String key) {
        List<JsonSource> children = node.items("segmentChildren");
        OptionalDouble seconds = node.number("timeoutSeconds");
        Optional<Duration> timeout = SourceTexts.duration(seconds.orElse(0), "seconds");
        if (children.size() != 1 || timeout.isEmpty()) {
            return false;
        }
        JsonSource child = children.getFirst();
        Optional<String> segment = child.text("segmentId");
        if (segment.isEmpty()) {
            return false;
        }
        String title = SourceTexts.title(node.text("name").orElse("Wait for the segment"));
        String id = assembly.id(title);
        WaitRule rule = new WaitRule.ForEvent(SourceConditions.event("enters segment " + segment.get()), timeout.get());
        if (assembly.add(key, new WaitStep(id, title, Position.ORIGIN, rule), node)) {
            losses.changed(
                    child,
                    "Waits until a person is in the segment; here until the event of entering it, which has to"
                            + " happen during the wait.");
            follow(id, Port.HAPPENED, child, "id");
            follow(id, Port.TIMEOUT, node, "timeoutChild");
        }
        return true;
    }

    private void opaque(JsonSource node, String key, String type) {
        String title = SourceTexts.title(node.text("name").orElse(type.isEmpty() ? key : type));
        String id = assembly.id(title);
        List<OpaqueArm> arms = new ArrayList<>();
        List<Runnable> ways = new ArrayList<>();
        for (JsonSource holder : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(node), node.field("variant").stream())
                .toList()) {
            for (String field : List.of("child", "trueChild", "falseChild", "timeoutChild")) {
                if (holder.text(field).isPresent()) {
                    arm(arms, ways, id, field, holder, field);
                }
            }
        }
        for (String list : List.of("children", "segmentChildren")) {
            for (JsonSource child : node.items(list)) {
                if (child.text("id").isPresent()) {
                    arm(arms, ways, id, child.text("name").orElse("Way"), child, "id");
                }
            }
        }
        String source = node.pretty();
        if (assembly.add(key, assembly.opaque(id, title, type, node, source, arms), node)) {
            ways.forEach(Runnable::run);
        }
        node.readWhole();
    }

    private void arm(
            List<OpaqueArm> arms, List<Runnable> ways, String id, String title, JsonSource holder, String field) {
        String port = "way-" + (arms.size() + 1);
        arms.add(new OpaqueArm(port, SourceTexts.title(title)));
        ways.add(() -> follow(id, port, holder, field));
    }

    private void follow(String from, String port, JsonSource holder, String field) {
        assembly.next(from, port, child(holder, field), holder.field(field).orElse(holder));
    }

    private static @Nullable String child(JsonSource holder, String field) {
        return holder.text(field).orElse(null);
    }
}
