package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
        String id = Fields.text(root, "", "id");
        String title = Fields.text(root, "", "title");
        String vertical = Fields.text(root, "", "vertical");
        Map<String, LawfulBasis> bases = section(
                "lawfulBases",
                (key, node) -> new LawfulBasis(
                        key,
                        Fields.text(node, "lawfulBases." + key, "title"),
                        Fields.text(node, "lawfulBases." + key, "description")));
        Map<String, Purpose> purposes = section("purposes", (key, node) -> purpose(key, node, bases));
        Map<String, Channel> channels = section("channels", CatalogueReader::channel);
        Map<String, Topic> topics = section("topics", CatalogueReader::topic);
        Map<String, Recipient> recipients =
                root.has("recipients") ? section("recipients", RegistryReader::recipient) : Map.of();
        Map<String, DataElement> elements =
                section("dataElements", (key, node) -> dataElement(key, node, bases, purposes, recipients));
        Map<String, EventContract> events = section("events", (key, node) -> event(key, node, purposes));
        return new CatalogueContent(
                id,
                title,
                vertical,
                purposes,
                channels,
                topics,
                elements,
                bases,
                events,
                policyTexts(),
                recipients,
                RegistryReader.organisation(root),
                OptInReader.read(root, purposes, channels, topics, events));
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
        String basis = Fields.text(node, path, "lawfulBasis");
        Fields.declared(bases, basis, path + ".lawfulBasis", "lawfulBases");
        return new Purpose(
                id,
                Fields.text(node, path, "title"),
                Fields.text(node, path, "description"),
                basis,
                Fields.flag(node, path, "consentRequired"),
                Fields.optionalText(node, path, "interest"),
                Fields.optionalText(node, path, "provision"),
                Fields.optionalText(node, path, "automatedDecision"));
    }

    private static Channel channel(String id, JsonNode node) {
        String path = "channels." + id;
        return new Channel(
                id,
                Fields.text(node, path, "title"),
                Fields.flag(node, path, "consentRequired"),
                Fields.flag(node, path, "countsAsContact"));
    }

    private static Topic topic(String id, JsonNode node) {
        String path = "topics." + id;
        return new Topic(
                id,
                Fields.text(node, path, "title"),
                Fields.flag(node, path, "sensitive"),
                Fields.flag(node, path, "consentRequired"));
    }

    private static DataElement dataElement(
            String id,
            JsonNode node,
            Map<String, LawfulBasis> bases,
            Map<String, Purpose> purposes,
            Map<String, Recipient> recipients) {
        String path = "dataElements." + id;
        JsonNode basisNode = node.get("lawfulBasis");
        // An element without a basis is a finding of the design checks, not a reading error.
        String basis = basisNode == null || basisNode.isNull() ? "" : basisNode.asText();
        if (!basis.isEmpty()) {
            Fields.declared(bases, basis, path + ".lawfulBasis", "lawfulBases");
        }
        List<String> served = Fields.texts(node, path, "purposes");
        served.forEach(purpose -> Fields.declared(purposes, purpose, path + ".purposes", "purposes"));
        return new DataElement(
                id,
                Fields.text(node, path, "title"),
                Fields.text(node, path, "description"),
                basis,
                served,
                Fields.texts(node, path, "allowedUses"),
                Fields.days(node, path, "retentionDays"),
                Fields.choice(
                        node, path, "sensitivity", DataElement.Sensitivity.values(), DataElement.Sensitivity::wire),
                Fields.choice(node, path, "source", DataElement.Source.values(), DataElement.Source::wire),
                RegistryReader.stewardship(node, path, recipients));
    }

    private static EventContract event(String id, JsonNode node, Map<String, Purpose> purposes) {
        String path = "events." + id;
        String purpose = Fields.text(node, path, "purpose");
        Fields.declared(purposes, purpose, path + ".purpose", "purposes");
        JsonNode list = node.get("fields");
        if (list == null || !list.isArray()) {
            throw new CatalogueException(path + " needs a list \"fields\"");
        }
        List<EventField> fields = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = path + ".fields[" + i + "]";
            JsonNode field = list.get(i);
            String name = Fields.text(field, at, "name");
            if (fields.stream().anyMatch(other -> other.name().equals(name))) {
                throw new CatalogueException(at + " declares the field " + name + " a second time");
            }
            fields.add(new EventField(
                    name,
                    Fields.choice(field, at, "type", EventField.Type.values(), EventField.Type::wire),
                    Fields.flag(field, at, "required"),
                    Fields.choice(field, at, "pii", EventField.Pii.values(), EventField.Pii::wire)));
        }
        return new EventContract(
                id,
                Fields.text(node, path, "title"),
                purpose,
                Fields.days(node, path, "retentionDays"),
                node.has("owner") ? Fields.text(node, path, "owner") : "",
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
            String time = Fields.text(node, path, "time");
            try {
                return new PolicyText(
                        version,
                        Instant.parse(time),
                        Fields.text(node, path, "title"),
                        Fields.optionalText(node, path, "text"));
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
}
