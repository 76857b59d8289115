package org.wayleave.policy.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random decision documents of a vertical: good ones, and ones with something missing, odd or at a limit. */
final class VerticalDocuments {
    private static final List<String> RUNGS = List.of("personalised", "contextual", "generic", "odd");
    private static final List<String> BANDS = List.of("under-16", "16-17", "18-24", "25-34", "65-plus", "unheard-of");
    private static final List<String> STATES = List.of("granted", "granted", "denied", "unknown", "expired", "odd");
    private static final List<String> TIMES =
            List.of("\"2026-03-02T08:00:00Z\"", "\"\"", "\"2024-13-99\"", "\"-\"", "\"2025-07-3\"");
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "\"3\"",
            "-1",
            "2.5",
            "1e2",
            "2.0",
            "9007199254740993",
            "9223372036854775807",
            "1e40",
            "[]",
            "[\"vulnerable\", 7]",
            "[\"vulnerable\", \"vulnerable\"]",
            "{}",
            "{\"state\": \"granted\"}");

    private static final String UNHEARD_OF = "unheard-of";

    private final ObjectMapper mapper = new ObjectMapper();
    private final SplittableRandom random;
    private final List<String> channels;
    private final List<String> purposes;
    private final List<String> topics;
    private final List<String> elements;
    private final List<String> flags;
    private final List<String> models;
    private final List<String> sources;

    VerticalDocuments(String vertical, long seed) {
        this.random = new SplittableRandom(seed);
        JsonNode catalogue = read(BundledCatalogue.json(vertical));
        JsonNode settings = read(PolicyPack.bundledSettings(vertical));
        this.channels = names(catalogue.path("channels"));
        this.purposes = names(catalogue.path("purposes"));
        this.topics = names(catalogue.path("topics"));
        this.elements = names(catalogue.path("dataElements"));
        this.flags = names(settings.path("suppression").path("flags"));
        flags.addAll(names(settings.path("protectedPeople").path("flags")));
        flags.addAll(List.of("vulnerable", "employee"));
        this.models = names(settings.path("modelReview").path("models"));
        models.addAll(names(settings.path("modelReview").path("rehearsal")));
        this.sources = new ArrayList<>(List.of("legacy-import", ""));
        settings.path("explicitOptIn").path("sources").forEach(source -> sources.add(source.asText()));
    }

    private static List<String> names(JsonNode section) {
        List<String> names = new ArrayList<>();
        section.fieldNames().forEachRemaining(names::add);
        names.add(UNHEARD_OF);
        return names;
    }

    /** A document without what varies: the action and the step. */
    ObjectNode known() {
        List<String> used = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            used.add("\"" + pick(elements) + "\"");
        }
        String model = random.nextBoolean()
                ? ""
                : ", \"model\": {\"id\": \"" + pick(models) + "\", \"version\": \"" + pick(List.of("1", "2")) + "\"}";
        ObjectNode document = object("{\"action\": {\"id\": \"a\", \"channel\": \"" + pick(channels)
                + "\", \"purpose\": \""
                + pick(purposes) + "\", \"topic\": \"" + pick(topics) + "\", \"dataElements\": " + used
                + ", \"rung\": \"" + pick(RUNGS) + "\", \"creative\": {\"id\": \"" + pick(List.of("c", ""))
                + "\", \"sensitive\": " + random.nextBoolean() + ", \"approved\": " + random.nextBoolean() + "}" + model
                + "}, \"context\": {\"journey\": {\"id\": \"j\", \"version\": 1}, \"step\": \"s\", \"arm\": \"\"}}");
        if (random.nextInt(4) == 0) {
            spoil(document);
        }
        return document;
    }

    String document(ObjectNode known) {
        ObjectNode document = known.deepCopy();
        document.set("person", object(person()));
        if (document.get("context") instanceof ObjectNode context) {
            context.put("time", "2026-03-02T08:00:00Z")
                    .put("localHour", random.nextInt(24))
                    .put("weekday", 1);
        }
        if (random.nextInt(3) == 0) {
            spoil(document);
        }
        return document.toString();
    }

    private String person() {
        List<String> marks = new ArrayList<>();
        for (int i = random.nextInt(5); i > 2; i--) {
            marks.add("\"" + pick(flags) + "\"");
        }
        List<String> ages = new ArrayList<>();
        for (String element : elements) {
            if (random.nextBoolean()) {
                ages.add("\"" + element + "\": " + pick(List.of("0", "1", "102", "729", "1095", "1095.5", "100000")));
            }
        }
        return "{\"id\": \"p1\", \"ageBand\": \"" + pick(BANDS) + "\", \"country\": \"SE\", \"flags\": " + marks
                + ", \"consent\": {\"channel\": " + consents(channels) + ", \"purpose\": " + consents(purposes)
                + ", \"category\": " + consents(topics) + "}, \"contacts\": {\"day\": " + random.nextInt(4)
                + ", \"week\": " + random.nextInt(8) + ", \"topicWeek\": " + counts()
                + "}, \"features\": {\"monetary\": 25" + overdrafts() + "}, \"dataAge\": {" + String.join(", ", ages)
                + "}}";
    }

    private String consents(List<String> keys) {
        List<String> entries = new ArrayList<>();
        for (String key : keys) {
            if (random.nextInt(5) > 0) {
                entries.add("\"" + key + "\": {\"state\": \"" + pick(STATES) + "\", \"time\": " + pick(TIMES)
                        + ", \"policyVersion\": \"1\", \"source\": \"" + pick(sources) + "\"}");
            }
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private String overdrafts() {
        return random.nextInt(4) == 0 ? "" : ", \"overdrafts90\": " + pick(List.of("0", "0", "1", "3", "\"0\""));
    }

    private String counts() {
        List<String> entries = new ArrayList<>();
        for (String topic : topics) {
            if (random.nextBoolean()) {
                entries.add("\"" + topic + "\": " + random.nextInt(5));
            }
        }
        return "{" + String.join(", ", entries) + "}";
    }

    /** Removes one place somewhere in a document, or puts something odd there. */
    void spoil(ObjectNode document) {
        ObjectNode at = document;
        while (true) {
            List<String> names = new ArrayList<>();
            at.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty()) {
                return;
            }
            String name = pick(names);
            if (at.get(name) instanceof ObjectNode inner && random.nextInt(6) > 0) {
                at = inner;
                continue;
            }
            if (random.nextInt(3) == 0) {
                at.remove(name);
            } else if (at.get(name) instanceof ArrayNode array && random.nextBoolean()) {
                array.add(read(pick(ODD)));
            } else {
                at.set(name, read(pick(ODD)));
            }
            return;
        }
    }

    private ObjectNode object(String json) {
        return (ObjectNode) read(json);
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
