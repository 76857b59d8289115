package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Random decision documents about one action: good ones, and ones with parts missing, of a wrong type or at a limit. */
final class DecisionDocuments {
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "\"7\"",
            "-1",
            "2.5",
            "0.30000000000000004",
            "1e3",
            "3.0",
            "9007199254740991",
            "9007199254740992",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "123456789012345678901234567890",
            "1e300",
            "\"\"",
            "\"granted\"",
            "[]",
            "[\"vip\", null]",
            "[\"vip\", \"vip\", \"new\"]",
            "{}",
            "{\"state\": \"granted\"}",
            "{\"email\": null}");

    /** The keys of the objects in a document of which the schema does not name them. */
    static final Map<String, List<String>> KEYS = Map.of(
            "person.consent.channel", List.of("email", "sms", "web"),
            "person.consent.purpose", List.of("marketing", "service"),
            "person.consent.category", List.of("offers"),
            "person.contacts.topicWeek", List.of("offers", "news"),
            "person.features", List.of("score", "lapsed"));

    private final SplittableRandom random;

    DecisionDocuments(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The parts that are the same in all rows. */
    RegoObject known() {
        String channel = pick(List.of("email", "sms", "web"));
        String purpose = pick(List.of("marketing", "service"));
        return (RegoObject) RegoJson.parse("{\"action\": {\"id\": \"a\", \"channel\": \"" + channel
                + "\", \"purpose\": \"" + purpose + "\", \"topic\": \"" + pick(List.of("offers", "news"))
                + "\", \"dataElements\": [], \"rung\": \"generic\", \"creative\": {\"id\": \"c\", \"sensitive\": "
                + random.nextBoolean() + ", \"approved\": true}}, \"context\": {\"journey\": {\"id\": \"j\","
                + " \"version\": 1}, \"step\": \"s\", \"arm\": \"\"}}");
    }

    RegoValue document(RegoObject known) {
        RegoObject context = (RegoObject) get(known, "context");
        RegoValue whole = known.with("person", RegoJson.parse(person()))
                .with(
                        "context",
                        context.with("time", RegoJson.parse(time()))
                                .with("localHour", RegoJson.parse("" + random.nextInt(24)))
                                .with("weekday", RegoJson.parse("" + (1 + random.nextInt(7)))));
        for (int i = random.nextInt(10); i > 7; i--) {
            whole = spoilt(whole);
        }
        return whole;
    }

    private static RegoValue get(RegoObject object, String key) {
        RegoValue value = object.get(key);
        if (value == null) {
            throw new IllegalStateException("There is no " + key + ".");
        }
        return value;
    }

    private String person() {
        List<String> flags = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            flags.add("\"" + pick(SendPolicyGenerator.FLAGS) + "\"");
        }
        if (random.nextInt(6) == 0) {
            flags.add("\"unheard-of\"");
        }
        return "{\"id\": \"p1\", \"ageBand\": \"" + pick(SendPolicyGenerator.BANDS) + "\", \"country\": \""
                + (random.nextInt(5) == 0 ? "XX" : pick(SendPolicyGenerator.COUNTRIES)) + "\", \"flags\": " + flags
                + ", \"consent\": {\"channel\": " + consents(List.of("email", "sms", "web")) + ", \"purpose\": "
                + consents(List.of("marketing", "service")) + ", \"category\": " + consents(List.of("offers"))
                + "}, \"contacts\": {\"day\": " + random.nextInt(4) + ", \"week\": " + random.nextInt(7)
                + ", \"topicWeek\": " + counts() + "}, \"features\": {\"score\": "
                + pick(List.of("0.2", "0.7", "1", "\"high\"")) + ", \"lapsed\": " + random.nextBoolean()
                + "}, \"dataAge\": "
                + (random.nextBoolean() ? "{}" : "{\"orders\": " + pick(SendPolicyGenerator.NUMBERS) + "}") + "}";
    }

    private String counts() {
        return pick(List.of(
                "{}",
                "{\"offers\": 2}",
                "{\"offers\": 0, \"news\": 1}",
                "{\"news\": 3}",
                "{\"news\": 2, \"offers\": 5}"));
    }

    private String consents(List<String> keys) {
        List<String> entries = new ArrayList<>();
        for (String key : keys) {
            if (random.nextInt(4) > 0) {
                entries.add("\"" + key + "\": {\"state\": \"" + pick(SendPolicyGenerator.STATES) + "\", \"time\": "
                        + time() + ", \"policyVersion\": \"1\", \"source\": \"\"}");
            }
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private String time() {
        return pick(List.of(
                "\"2026-03-02T08:00:00Z\"",
                "\"2026-03-01T08:00:00Z\"",
                "\"2026-01-31T08:00:00.000000001Z\"",
                "\"2025-03-02T10:00:00+02:00\"",
                "\"1700-01-01T00:00:00Z\"",
                "\"2250-01-01T00:00:00Z\"",
                "\"\"",
                "\"yesterday\""));
    }

    /** A document with one place removed, or with something odd there. */
    private RegoValue spoilt(RegoValue value) {
        if (value instanceof RegoObject object && object.size() > 0 && random.nextInt(8) > 0) {
            int at = random.nextInt(object.size());
            RegoObject.Builder copy = RegoObject.builder();
            boolean removed = random.nextInt(6) == 0;
            for (int i = 0; i < object.size(); i++) {
                if (i != at) {
                    copy.put(object.keyAt(i), object.valueAt(i));
                } else if (!removed) {
                    copy.put(object.keyAt(i), spoilt(object.valueAt(i)));
                }
            }
            if (random.nextInt(8) == 0) {
                copy.put(RegoString.of("surplus"), RegoArray.EMPTY);
            }
            return copy.build();
        }
        return RegoJson.parse(pick(ODD));
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
