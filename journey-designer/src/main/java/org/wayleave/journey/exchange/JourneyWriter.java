package org.wayleave.journey.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentAsk;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.ModelRef;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.SourceFragment;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** Turns a journey into its JSON tree, with keys in a fixed order. */
final class JourneyWriter {

    private final ObjectMapper mapper;

    JourneyWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ObjectNode journey(Journey journey) {
        ObjectNode node = mapper.createObjectNode();
        node.put("schemaVersion", JourneyJson.SCHEMA_VERSION);
        node.put("id", journey.id());
        node.put("title", journey.title());
        node.put("vertical", journey.vertical());
        node.put("goal", journey.goal());
        ArrayNode steps = node.putArray("steps");
        journey.steps().forEach(step -> steps.add(step(step)));
        ArrayNode edges = node.putArray("edges");
        journey.edges().forEach(edge -> {
            ObjectNode line = edges.addObject();
            line.put("from", edge.from());
            line.put("port", edge.port());
            line.put("to", edge.to());
            rest(line, edge.extras());
        });
        if (!journey.expectations().isEmpty()) {
            ArrayNode expectations = node.putArray("expectations");
            ExpectationJson writer = new ExpectationJson(this);
            journey.expectations().forEach(expectation -> writer.write(expectations.addObject(), expectation));
        }
        return rest(node, journey.extras());
    }

    private ObjectNode step(Step step) {
        ObjectNode node = mapper.createObjectNode();
        node.put("id", step.id());
        node.put("type", step.type().wire());
        node.put("title", step.title());
        ObjectNode position = node.putObject("position");
        number(position, "x", step.position().x());
        number(position, "y", step.position().y());
        switch (step) {
            case EntryStep entry -> {
                trigger(node.putObject("trigger"), entry.trigger());
                ObjectNode reEntry = node.putObject("reEntry");
                reEntry.put("rule", entry.reEntry().rule().wire());
                if (entry.reEntry().rule() == ReEntry.Rule.AFTER_DAYS) {
                    reEntry.put("days", entry.reEntry().days());
                }
            }
            case WaitStep wait -> wait(node.putObject("wait"), wait.rule());
            case BranchStep branch -> {
                ArrayNode arms = node.putArray("arms");
                branch.arms().forEach(arm -> {
                    ObjectNode line = arms.addObject();
                    line.put("port", arm.port());
                    line.put("title", arm.title());
                    conditions(line, arm.conditions());
                    rest(line, arm.extras());
                });
            }
            case RandomSplitStep split -> {
                ArrayNode arms = node.putArray("arms");
                split.arms().forEach(arm -> {
                    ObjectNode line = arms.addObject();
                    line.put("port", arm.port());
                    line.put("title", arm.title());
                    number(line, "weight", arm.weight());
                    rest(line, arm.extras());
                });
            }
            case MessageStep message -> {
                node.put("channel", message.channel());
                node.put("purpose", message.purpose());
                node.put("topic", message.topic());
                ArrayNode ladder = node.putArray("ladder");
                message.ladder().forEach(rung -> rung(ladder.addObject(), rung));
            }
            case HoldoutStep holdout -> number(node, "share", holdout.share());
            case GoalStep goal -> {
                match(node, goal.match());
                node.put("withinDays", goal.withinDays());
            }
            case ExitStep exit -> node.put("reason", exit.reason());
            case OpaqueStep opaque -> {
                source(node.putObject("source"), opaque.source());
                ArrayNode arms = node.putArray("arms");
                opaque.arms().forEach(arm -> {
                    ObjectNode line = arms.addObject();
                    line.put("port", arm.port());
                    line.put("title", arm.title());
                    rest(line, arm.extras());
                });
            }
        }
        return rest(node, step.extras());
    }

    /** The text stands line by line, so that versions of the file compare. */
    private void source(ObjectNode node, SourceFragment source) {
        node.put("format", source.format());
        node.put("kind", source.kind());
        node.put("path", source.path());
        ArrayNode lines = node.putArray("lines");
        if (!source.text().isEmpty()) {
            for (String line : source.text().split("\n", -1)) {
                lines.add(line);
            }
        }
        rest(node, source.extras());
    }

    private void trigger(ObjectNode node, Trigger trigger) {
        switch (trigger) {
            case Trigger.OnEvent event -> {
                node.put("kind", "event");
                match(node, event.match());
                conditions(node, event.conditions());
                rest(node, event.extras());
            }
            case Trigger.OnAudience audience -> {
                node.put("kind", "audience");
                conditions(node, audience.conditions());
                rest(node, audience.extras());
            }
            case Trigger.OnSchedule schedule -> {
                node.put("kind", "schedule");
                node.put("everyDays", schedule.everyDays());
                node.put("at", schedule.at().toString());
                conditions(node, schedule.conditions());
                rest(node, schedule.extras());
            }
        }
    }

    private void wait(ObjectNode node, WaitRule rule) {
        switch (rule) {
            case WaitRule.ForDuration wait -> {
                node.put("kind", "duration");
                node.put("duration", duration(wait.duration()));
                rest(node, wait.extras());
            }
            case WaitRule.ForEvent wait -> {
                node.put("kind", "event");
                match(node, wait.match());
                node.put("timeout", duration(wait.timeout()));
                rest(node, wait.extras());
            }
            case WaitRule.UntilWindow wait -> {
                node.put("kind", "window");
                node.put("from", wait.from().toString());
                node.put("to", wait.to().toString());
                if (wait.days().size() < 7) {
                    ArrayNode days = node.putArray("days");
                    wait.days().forEach(day -> days.add(day.name().toLowerCase(Locale.ROOT)));
                }
                rest(node, wait.extras());
            }
        }
    }

    private static void match(ObjectNode node, EventMatch match) {
        node.put("event", match.event());
        if (match.category() != null) {
            node.put("category", match.category());
        }
    }

    private void conditions(ObjectNode node, List<Condition> conditions) {
        conditions(node, "conditions", conditions);
    }

    void conditions(ObjectNode node, String key, List<Condition> conditions) {
        ArrayNode lines = node.putArray(key);
        conditions.forEach(condition -> {
            ObjectNode line = lines.addObject();
            line.put("fact", condition.fact());
            line.put("is", condition.comparison().wire());
            if (condition.comparison() == Comparison.ONE_OF) {
                ArrayNode values = line.putArray("values");
                condition.values().forEach(value -> values.add(value(value)));
            } else {
                line.set("value", value(condition.values().getFirst()));
            }
            rest(line, condition.extras());
        });
    }

    private com.fasterxml.jackson.databind.JsonNode value(FactValue value) {
        return switch (value) {
            case FactValue.Text text -> mapper.getNodeFactory().textNode(text.text());
            case FactValue.Truth truth -> mapper.getNodeFactory().booleanNode(truth.yes());
            case FactValue.Numeric numeric ->
                isWhole(numeric.number())
                        ? mapper.getNodeFactory().numberNode((long) numeric.number())
                        : mapper.getNodeFactory().numberNode(numeric.number());
        };
    }

    private void rung(ObjectNode node, Rung rung) {
        node.put("kind", rung.kind().wire());
        Action action = rung.action();
        if (action != null) {
            ObjectNode inner = node.putObject("action");
            inner.put("channel", action.channel());
            inner.put("purpose", action.purpose());
            inner.put("topic", action.topic());
            ArrayNode elements = inner.putArray("dataElements");
            action.dataElements().forEach(elements::add);
            ObjectNode creative = inner.putObject("creative");
            creative.put("id", action.creative().id());
            creative.put("sensitive", action.creative().sensitive());
            creative.put("approved", action.creative().approved());
            rest(creative, action.creative().extras());
            number(inner, "discount", action.discount());
            ModelRef model = action.model();
            if (model != null) {
                ObjectNode reference = inner.putObject("model");
                reference.put("id", model.id());
                reference.put("version", model.version());
                rest(reference, model.extras());
            }
            ConsentAsk asks = action.asks();
            if (asks != null) {
                ObjectNode wanted = inner.putObject("asks");
                wanted.put("channel", asks.channel());
                wanted.put("purpose", asks.purpose());
                wanted.put("topic", asks.topic());
                rest(wanted, asks.extras());
            }
            rest(inner, action.extras());
        }
        rest(node, rung.extras());
    }

    ObjectNode rest(ObjectNode node, Extras extras) {
        for (Map.Entry<String, String> extra : extras.json().entrySet()) {
            if (!node.has(extra.getKey())) {
                try {
                    node.set(extra.getKey(), mapper.readTree(extra.getValue()));
                } catch (JsonProcessingException broken) {
                    throw new IllegalArgumentException("extra key " + extra.getKey() + " holds no JSON", broken);
                }
            }
        }
        return node;
    }

    static void number(ObjectNode node, String key, double number) {
        if (isWhole(number)) {
            node.put(key, (long) number);
        } else {
            node.put(key, number);
        }
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15;
    }

    /** ISO 8601 with days: Java's own form writes three days as 72 hours. */
    private static String duration(Duration duration) {
        StringBuilder text = new StringBuilder("P");
        if (duration.toDays() > 0) {
            text.append(duration.toDays()).append('D');
        }
        Duration rest = duration.minusDays(duration.toDays());
        if (!rest.isZero()) {
            text.append(rest.toString().substring(1));
        }
        return text.toString();
    }
}
