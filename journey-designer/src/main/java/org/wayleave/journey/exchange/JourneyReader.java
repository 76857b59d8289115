package org.wayleave.journey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentAsk;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.ModelRef;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.SourceFragment;
import org.wayleave.journey.graph.SplitArm;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.StepType;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** Turns the JSON tree of a journey into the graph. */
final class JourneyReader {

    private JourneyReader() {}

    static Journey journey(JsonNode root) {
        Fields fields = Fields.of(root, "");
        int version = fields.whole("schemaVersion");
        if (version != JourneyJson.SCHEMA_VERSION) {
            throw fields.error(
                    "schemaVersion",
                    "version " + version + " is not readable here; this program reads version "
                            + JourneyJson.SCHEMA_VERSION);
        }
        String id = fields.text("id");
        String title = fields.text("title");
        String vertical = fields.text("vertical");
        String goal = fields.text("goal", "");
        List<Step> steps = fields.list("steps", item -> step(item.fields()));
        List<Edge> edges = fields.list("edges", item -> edge(item.fields()));
        List<Expectation> expectations = fields.list("expectations", item -> ExpectationJson.read(item.fields()));
        return fields.make(() -> new Journey(id, title, vertical, goal, steps, edges, expectations, fields.rest()));
    }

    private static Edge edge(Fields fields) {
        return new Edge(fields.text("from"), fields.text("port"), fields.text("to"), fields.rest());
    }

    private static Step step(Fields fields) {
        String id = fields.text("id");
        StepType type = fields.named("type", StepType::of, "a kind of step");
        String title = fields.text("title", "");
        Position position = position(fields.optionalObject("position"));
        return switch (type) {
            case ENTRY -> {
                Trigger trigger = trigger(fields.object("trigger"));
                ReEntry reEntry = reEntry(fields.optionalObject("reEntry"));
                yield new EntryStep(id, title, position, trigger, reEntry, fields.rest());
            }
            case WAIT -> new WaitStep(id, title, position, wait(fields.object("wait")), fields.rest());
            case BRANCH -> {
                List<BranchArm> arms = fields.list("arms", item -> branchArm(item.fields()));
                yield fields.make(() -> new BranchStep(id, title, position, arms, fields.rest()));
            }
            case RANDOM_SPLIT -> {
                List<SplitArm> arms = fields.list("arms", item -> splitArm(item.fields()));
                yield fields.make(() -> new RandomSplitStep(id, title, position, arms, fields.rest()));
            }
            case MESSAGE -> {
                String channel = fields.text("channel");
                String purpose = fields.text("purpose", "");
                String topic = fields.text("topic", "");
                List<Rung> ladder = fields.list("ladder", item -> rung(item.fields()));
                yield fields.make(
                        () -> new MessageStep(id, title, position, channel, purpose, topic, ladder, fields.rest()));
            }
            case HOLDOUT -> {
                double share = fields.number("share");
                yield fields.make(() -> new HoldoutStep(id, title, position, share, fields.rest()));
            }
            case GOAL -> {
                EventMatch match = match(fields);
                int days = fields.whole("withinDays");
                yield fields.make(() -> new GoalStep(id, title, position, match, days, fields.rest()));
            }
            case EXIT -> new ExitStep(id, title, position, fields.text("reason", ""), fields.rest());
            case OPAQUE -> {
                SourceFragment source = source(fields.object("source"));
                List<OpaqueArm> arms = fields.list("arms", item -> opaqueArm(item.fields()));
                yield fields.make(() -> new OpaqueStep(id, title, position, source, arms, fields.rest()));
            }
        };
    }

    private static Position position(@Nullable Fields fields) {
        return fields == null ? Position.ORIGIN : new Position(fields.number("x"), fields.number("y"));
    }

    private static EventMatch match(Fields fields) {
        return new EventMatch(fields.text("event"), fields.optionalText("category"));
    }

    private static Trigger trigger(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case "event" -> {
                EventMatch match = match(fields);
                List<Condition> conditions = conditions(fields);
                yield new Trigger.OnEvent(match, conditions, fields.rest());
            }
            case "audience" -> {
                List<Condition> conditions = conditions(fields);
                yield new Trigger.OnAudience(conditions, fields.rest());
            }
            case "schedule" -> {
                int everyDays = fields.whole("everyDays");
                LocalTime at = time(fields, "at");
                List<Condition> conditions = conditions(fields);
                yield fields.make(() -> new Trigger.OnSchedule(everyDays, at, conditions, fields.rest()));
            }
            default -> throw fields.error("kind", "“" + kind + "” is not event, audience or schedule");
        };
    }

    private static ReEntry reEntry(@Nullable Fields fields) {
        if (fields == null) {
            return ReEntry.never();
        }
        ReEntry.Rule rule = fields.named("rule", ReEntry.Rule::of, "never, after-exit or after-days");
        int days = fields.whole("days", 0);
        return fields.make(() -> new ReEntry(rule, days));
    }

    private static WaitRule wait(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case "duration" -> {
                Duration duration = duration(fields, "duration");
                yield fields.make(() -> new WaitRule.ForDuration(duration, fields.rest()));
            }
            case "event" -> {
                EventMatch match = match(fields);
                Duration timeout = duration(fields, "timeout");
                yield fields.make(() -> new WaitRule.ForEvent(match, timeout, fields.rest()));
            }
            case "window" -> {
                LocalTime from = time(fields, "from");
                LocalTime to = time(fields, "to");
                Set<DayOfWeek> days = fields.has("days") ? days(fields) : EnumSet.allOf(DayOfWeek.class);
                yield fields.make(() -> new WaitRule.UntilWindow(from, to, days, fields.rest()));
            }
            default -> throw fields.error("kind", "“" + kind + "” is not duration, event or window");
        };
    }

    private static Set<DayOfWeek> days(Fields fields) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        fields.list("days", item -> {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().toLowerCase(Locale.ROOT).equals(item.text())) {
                    return days.add(day);
                }
            }
            throw new JourneyFormatException(item.path(), "“" + item.text() + "” is not a day such as monday");
        });
        return days;
    }

    private static LocalTime time(Fields fields, String key) {
        return fields.parsed(key, LocalTime::parse, "a time such as 08:30");
    }

    private static Duration duration(Fields fields, String key) {
        return fields.parsed(key, Duration::parse, "a duration such as P3D or PT4H");
    }

    private static List<Condition> conditions(Fields fields) {
        return conditions(fields, "conditions");
    }

    static List<Condition> conditions(Fields fields, String key) {
        return fields.list(key, item -> condition(item.fields()));
    }

    private static Condition condition(Fields fields) {
        String fact = fields.text("fact");
        Comparison comparison = fields.named("is", Comparison::of, "a comparison");
        List<FactValue> values = comparison == Comparison.ONE_OF
                ? fields.list("values", JourneyReader::value)
                : List.of(value(fields.item("value")));
        return fields.make(() -> new Condition(fact, comparison, values, fields.rest()));
    }

    private static FactValue value(Fields.Item item) {
        JsonNode node = item.node();
        if (node.isTextual()) {
            return FactValue.of(node.textValue());
        }
        if (node.isBoolean()) {
            return FactValue.of(node.booleanValue());
        }
        if (node.isNumber() && Double.isFinite(node.doubleValue())) {
            return FactValue.of(node.doubleValue());
        }
        throw new JourneyFormatException(item.path(), "text, a number, true or false is expected here");
    }

    private static BranchArm branchArm(Fields fields) {
        String port = fields.text("port");
        return new BranchArm(port, fields.text("title", port), conditions(fields), fields.rest());
    }

    private static OpaqueArm opaqueArm(Fields fields) {
        String port = fields.text("port");
        return new OpaqueArm(port, fields.text("title", port), fields.rest());
    }

    private static SourceFragment source(Fields fields) {
        String format = fields.text("format");
        String kind = fields.text("kind", "");
        String path = fields.text("path", "");
        String text = String.join("\n", fields.list("lines", Fields.Item::text));
        return new SourceFragment(format, kind, path, text, fields.rest());
    }

    private static SplitArm splitArm(Fields fields) {
        String port = fields.text("port");
        String title = fields.text("title", port);
        double weight = fields.number("weight");
        return fields.make(() -> new SplitArm(port, title, weight, fields.rest()));
    }

    private static Rung rung(Fields fields) {
        RungKind kind = fields.named("kind", RungKind::of, "personalised, contextual, generic or silence");
        Fields action = fields.optionalObject("action");
        Action read = action == null ? null : action(action);
        return fields.make(() -> new Rung(kind, read, fields.rest()));
    }

    private static Action action(Fields fields) {
        String channel = fields.text("channel");
        String purpose = fields.text("purpose", "");
        String topic = fields.text("topic", "");
        List<String> elements = fields.list("dataElements", Fields.Item::text);
        Creative creative = creative(fields.object("creative"));
        double discount = fields.number("discount", 0);
        Fields model = fields.optionalObject("model");
        ModelRef read = model == null ? null : model(model);
        Fields asks = fields.optionalObject("asks");
        ConsentAsk wanted = asks == null ? null : ask(asks);
        Extras rest = fields.rest();
        return fields.make(() -> new Action(channel, purpose, topic, elements, creative, discount, read, wanted, rest));
    }

    private static ConsentAsk ask(Fields fields) {
        return new ConsentAsk(fields.text("channel"), fields.text("purpose"), fields.text("topic"), fields.rest());
    }

    private static ModelRef model(Fields fields) {
        return new ModelRef(fields.text("id"), fields.text("version"), fields.rest());
    }

    private static Creative creative(Fields fields) {
        String id = fields.text("id");
        return new Creative(id, fields.flag("sensitive", false), fields.flag("approved", false), fields.rest());
    }
}
