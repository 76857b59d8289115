package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a catalogue document and checks that what it refers to is declared. */
final class CatalogueReader {
    private static final int MAX_CHARACTERS = 4 * 1024 * 1024;
    private static final int MAX_ENTRIES = 2000;

    private final JsonNode root;

    CatalogueReader(String json) {
        if (json.length() > MAX_CHARACTERS) {
            throw new CatalogueException("the catalogue is larger than 4 MiB; shorten it");
        }
        try {
            root = StrictJson.read(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new CatalogueException(
                    "the catalogue is not valid JSON at " + StrictJson.place(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    CatalogueContent read() {
        String id = text(root, "", "id");
        String title = text(root, "", "title");
        String vertical = text(root, "", "vertical");
        Map<String, LawfulBasis> bases = section(
                "lawfulBases",
                (key, node) -> new LawfulBasis(
                        key,
                        text(node, "lawfulBases." + key, "title"),
                        text(node, "lawfulBases." + key, "description")));
        Map<String, Purpose> purposes = section("purposes", (key, node) -> purpose(key, node, bases));
        Map<String, Channel> channels = section("channels", CatalogueReader::channel);
        Map<String, Topic> topics = section("topics", CatalogueReader::topic);
        Map<String, DataElement> elements =
                section("dataElements", (key, node) -> dataElement(key, node, bases, purposes));
        Map<String, EventContract> events = section("events", (key, node) -> event(key, node, purposes));
        return new CatalogueContent(
                id, title, vertical, purposes, channels, topics, elements, bases, events, policyTexts());
    }

    private <T> Map<String, T> section(String name, BiFunction<String, JsonNode, T> read) {
        JsonNode section = root.get(name);
        if (section == null || !section.isObject()) {
            throw new CatalogueException("the catalogue needs an object \"" + name + "\"");
        }
        if (section.size() > MAX_ENTRIES) {
            throw new CatalogueException("the catalogue's \"" + name + "\" has more than " + MAX_ENTRIES + " entries");
        }
        Map<String, T> entries = new LinkedHashMap<>();
        section.properties().forEach(entry -> {
            if (!entry.getValue().isObject()) {
                throw new CatalogueException(name + "." + entry.getKey() + " must be an object");
            }
            entries.put(entry.getKey(), read.apply(entry.getKey(), entry.getValue()));
        });
        return Collections.unmodifiableMap(entries);
    }

    private static Purpose purpose(String id, JsonNode node, Map<String, LawfulBasis> bases) {
        String path = "purposes." + id;
        String basis = text(node, path, "lawfulBasis");
        declared(bases, basis, path + ".lawfulBasis", "lawfulBases");
        return new Purpose(
                id,
                text(node, path, "title"),
                text(node, path, "description"),
                basis,
                flag(node, path, "consentRequired"));
    }

    private static Channel channel(String id, JsonNode node) {
        String path = "channels." + id;
        return new Channel(
                id,
                text(node, path, "title"),
                flag(node, path, "consentRequired"),
                flag(node, path, "countsAsContact"));
    }

    private static Topic topic(String id, JsonNode node) {
        String path = "topics." + id;
        return new Topic(
                id, text(node, path, "title"), flag(node, path, "sensitive"), flag(node, path, "consentRequired"));
    }

    private static DataElement dataElement(
            String id, JsonNode node, Map<String, LawfulBasis> bases, Map<String, Purpose> purposes) {
        String path = "dataElements." + id;
        JsonNode basisNode = node.get("lawfulBasis");
        // An element without a basis is a finding of the design checks, not a reading error.
        String basis = basisNode == null || basisNode.isNull() ? "" : basisNode.asText();
        if (!basis.isEmpty()) {
            declared(bases, basis, path + ".lawfulBasis", "lawfulBases");
        }
        List<String> served = texts(node, path, "purposes");
        served.forEach(purpose -> declared(purposes, purpose, path + ".purposes", "purposes"));
        return new DataElement(
                id,
                text(node, path, "title"),
                text(node, path, "description"),
                basis,
                served,
                texts(node, path, "allowedUses"),
                days(node, path, "retentionDays"),
                choice(node, path, "sensitivity", DataElement.Sensitivity.values(), DataElement.Sensitivity::wire),
                choice(node, path, "source", DataElement.Source.values(), DataElement.Source::wire));
    }

    private static EventContract event(String id, JsonNode node, Map<String, Purpose> purposes) {
        String path = "events." + id;
        String purpose = text(node, path, "purpose");
        declared(purposes, purpose, path + ".purpose", "purposes");
        JsonNode list = node.get("fields");
        if (list == null || !list.isArray()) {
            throw new CatalogueException(path + " needs a list \"fields\"");
        }
        List<EventField> fields = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = path + ".fields[" + i + "]";
            JsonNode field = list.get(i);
            String name = text(field, at, "name");
            if (fields.stream().anyMatch(other -> other.name().equals(name))) {
                throw new CatalogueException(at + " declares the field " + name + " a second time");
            }
            fields.add(new EventField(
                    name,
                    choice(field, at, "type", EventField.Type.values(), EventField.Type::wire),
                    flag(field, at, "required"),
                    choice(field, at, "pii", EventField.Pii.values(), EventField.Pii::wire)));
        }
        return new EventContract(
                id,
                text(node, path, "title"),
                purpose,
                days(node, path, "retentionDays"),
                node.has("owner") ? text(node, path, "owner") : "",
                node.has("latenessHours") ? hours(node, path) : EventContract.USUAL_LATENESS_HOURS,
                fields);
    }

    private static int hours(JsonNode node, String path) {
        JsonNode value = node.get("latenessHours");
        if (value == null || !value.isInt() || value.asInt() < 0 || value.asInt() > 8760) {
            throw new CatalogueException(path + ".latenessHours must be a whole number of hours from 0 to 8760");
        }
        return value.asInt();
    }

    private Map<String, PolicyText> policyTexts() {
        Map<String, PolicyText> read = section("policyTexts", (version, node) -> {
            String path = "policyTexts." + version;
            String time = text(node, path, "time");
            try {
                return new PolicyText(version, Instant.parse(time), text(node, path, "title"));
            } catch (DateTimeParseException e) {
                throw new CatalogueException(
                        path + ".time must be a UTC time such as 2026-01-31T00:00:00Z, is " + time, e);
            }
        });
        if (read.isEmpty()) {
            throw new CatalogueException("the catalogue's \"policyTexts\" must hold at least one version");
        }
        return read.values().stream()
                .sorted(Comparator.comparing(PolicyText::time).thenComparing(PolicyText::version))
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(PolicyText::version, text -> text, (a, b) -> a, LinkedHashMap::new),
                        Collections::unmodifiableMap));
    }

    private static void declared(Map<String, ?> known, String id, String path, String section) {
        if (!known.containsKey(id)) {
            throw new CatalogueException(path + " names \"" + id + "\", which \"" + section + "\" does not declare");
        }
    }

    private static String text(JsonNode node, String path, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            throw new CatalogueException(at(path, name) + " must be a text");
        }
        return value.asText();
    }

    private static List<String> texts(JsonNode node, String path, String name) {
        JsonNode list = node.get(name);
        if (list == null || !list.isArray()) {
            throw new CatalogueException(at(path, name) + " must be a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            if (!item.isTextual()) {
                throw new CatalogueException(at(path, name) + " must hold texts only");
            }
            texts.add(item.asText());
        }
        return texts;
    }

    private static boolean flag(JsonNode node, String path, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isBoolean()) {
            throw new CatalogueException(at(path, name) + " must be true or false");
        }
        return value.asBoolean();
    }

    private static int days(JsonNode node, String path, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isInt() || value.asInt() < 0 || value.asInt() > 36500) {
            throw new CatalogueException(at(path, name) + " must be a whole number of days from 0 to 36500");
        }
        return value.asInt();
    }

    private static <T> T choice(JsonNode node, String path, String name, T[] choices, Function<T, String> wire) {
        JsonNode value = node.get(name);
        for (T choice : choices) {
            if (value != null && value.isTextual() && wire.apply(choice).equals(value.asText())) {
                return choice;
            }
        }
        String known = Arrays.stream(choices).map(wire).collect(Collectors.joining(", "));
        throw new CatalogueException(at(path, name) + " must be one of " + known);
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? "the catalogue's \"" + name + "\"" : path + "." + name;
    }
}
