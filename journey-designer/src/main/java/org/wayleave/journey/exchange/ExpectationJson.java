package org.wayleave.journey.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Claim;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentStanding;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;

/** The JSON form of expectations, as part of a journey's. */
final class ExpectationJson {

    private final JourneyWriter writer;

    ExpectationJson(JourneyWriter writer) {
        this.writer = writer;
    }

    static Expectation read(Fields fields) {
        String id = fields.text("id");
        String title = fields.text("title", "");
        List<Condition> people = JourneyReader.conditions(fields, "people");
        String from = fields.text("from", "");
        ConsentStanding consent = consent(fields.optionalObject("consent"));
        Claim claim = fields.named("claim", Claim::of, "never, always, at-least or at-most");
        double share = claim.takesShare() ? fields.number("share") : 0;
        Happening what = happening(fields.object("what"));
        return fields.make(() -> new Expectation(id, title, people, from, consent, claim, share, what, fields.rest()));
    }

    private static @Nullable ConsentStanding consent(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        ConsentStanding.About about = fields.named("about", ConsentStanding.About::of, "channel, purpose or topic");
        String key = fields.text("key");
        Outlet state = fields.named("state", Outlet::of, "granted, denied, unknown or expired");
        return new ConsentStanding(about, key, state, fields.rest());
    }

    private static Happening happening(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case "reaches" -> {
                String step = fields.text("step");
                yield new Happening.Reaches(step, fields.rest());
            }
            case "gets" -> {
                String channel = fields.text("channel", "");
                String purpose = fields.text("purpose", "");
                String topic = fields.text("topic", "");
                RungKind rung = fields.has("rung") ? fields.named("rung", RungKind::of, "a rung") : null;
                yield fields.make(() -> new Happening.Gets(channel, purpose, topic, rung, fields.rest()));
            }
            default -> throw fields.error("kind", "“" + kind + "” is not reaches or gets");
        };
    }

    void write(ObjectNode node, Expectation expectation) {
        node.put("id", expectation.id());
        node.put("title", expectation.title());
        writer.conditions(node, "people", expectation.people());
        text(node, "from", expectation.from());
        ConsentStanding consent = expectation.consent();
        if (consent != null) {
            ObjectNode inner = node.putObject("consent");
            inner.put("about", consent.about().wire());
            inner.put("key", consent.key());
            inner.put("state", consent.state().wire());
            writer.rest(inner, consent.extras());
        }
        node.put("claim", expectation.claim().wire());
        if (expectation.claim().takesShare()) {
            JourneyWriter.number(node, "share", expectation.share());
        }
        ObjectNode what = node.putObject("what");
        switch (expectation.what()) {
            case Happening.Reaches reaches -> {
                what.put("kind", "reaches");
                what.put("step", reaches.step());
            }
            case Happening.Gets gets -> {
                what.put("kind", "gets");
                text(what, "channel", gets.channel());
                text(what, "purpose", gets.purpose());
                text(what, "topic", gets.topic());
                RungKind rung = gets.rung();
                text(what, "rung", rung == null ? "" : rung.wire());
            }
        }
        writer.rest(what, expectation.what().extras());
        writer.rest(node, expectation.extras());
    }

    private static void text(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }
}
