package org.wayleave.data.consent.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.ConsentName;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Organisation;
import org.wayleave.data.catalogue.StrictJson;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentEvent;
import org.wayleave.data.consent.ConsentLog;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.consent.Evidence;

/**
 * Consent records as ISO/IEC TS 27560 describes them, in JSON-LD with the terms of the Data Privacy Vocabulary: one record for each
 * person and consent, with header, processing, parties and events. The context stands in the file; nothing is fetched.
 */
public final class ConsentRecords27560 {
    /** Name of the format on the command line. */
    public static final String FORMAT = "27560";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#record";
    private static final int MOST_RECORDS = 200_000;
    private static final Map<ConsentChange.Kind, String> STATUS = Map.of(
            ConsentChange.Kind.GRANTED, "dpv:ConsentGiven",
            ConsentChange.Kind.RENEWED, "dpv:RenewedConsentGiven",
            ConsentChange.Kind.DECLINED, "dpv:ConsentRefused",
            ConsentChange.Kind.WITHDRAWN, "dpv:ConsentWithdrawn",
            ConsentChange.Kind.EXPIRED, "dpv:ConsentExpired");

    private final ConsentTerms terms;

    /** Makes a reader and writer with the words of a catalogue, for the consents of a registry. */
    public ConsentRecords27560(Catalogue catalogue, ConsentRegistry registry) {
        terms = new ConsentTerms(catalogue, registry);
    }

    /** Returns the records of some people, by id of the person. */
    public String write(Map<String, ConsentLog> people) {
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("@context")
                .put("dct", "http://purl.org/dc/terms/")
                .put("dpv", "https://w3id.org/dpv#")
                .put("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#")
                .put("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
                .put("wl", "urn:wayleave:terms:")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
        ArrayNode graph = root.putArray("@graph");
        new TreeMap<>(people).forEach((person, log) -> {
            for (ConsentRegistry.Key key : log.registry().keys()) {
                List<ConsentEvent> events = log.events().stream()
                        .filter(event -> event.dimension() == key.dimension()
                                && event.key().equals(key.id()))
                        .toList();
                if (!events.isEmpty()) {
                    record(graph.addObject(), person, key, events, log);
                }
            }
        });
        try {
            return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree that was just made cannot be written", e);
        }
    }

    private void record(
            ObjectNode node, String person, ConsentRegistry.Key key, List<ConsentEvent> events, ConsentLog log) {
        String name = key.dimension().wire() + ":" + key.id();
        String id = person + "/" + name;
        node.put("@id", "urn:wayleave:consent-record:" + person + ":" + name)
                .put("@type", "dpv:ConsentRecord")
                .put("dct:identifier", id)
                .put("dct:conformsTo", PROFILE)
                .put("dct:created", events.getFirst().time().toString())
                .put("dct:modified", events.getLast().time().toString())
                .put("wl:consent", name);
        node.putObject("dpv:hasDataSubject")
                .put("@id", "urn:wayleave:person:" + person)
                .put("@type", "dpv:DataSubject")
                .put("dct:identifier", person);
        Organisation organisation = terms.catalogue().organisation();
        ObjectNode controller = node.putObject("dpv:hasDataController").put("@type", "dpv:DataController");
        put(controller, "dpv:hasName", organisation.name());
        put(controller, "dpv:hasContact", organisation.contact());
        node.put("dpv:hasApplicableLaw", "eu-gdpr:GDPR").put("dpv:hasLegalBasis", legalBasis(key));
        process(node.putObject("dpv:hasProcess"), key);
        ArrayNode statuses = node.putArray("dpv:hasConsentStatus");
        events.forEach(event -> status(statuses.addObject(), event, log));
    }

    private String legalBasis(ConsentRegistry.Key key) {
        boolean explicit = terms.data(key.dimension(), key.id()).stream()
                .anyMatch(element -> element.lawfulBasis().equals("explicit-consent"));
        return explicit ? "eu-gdpr:A9-2-a" : "eu-gdpr:A6-1-a";
    }

    private void process(ObjectNode process, ConsentRegistry.Key key) {
        process.put("@type", "dpv:Process");
        ObjectNode purpose = process.putObject("dpv:hasPurpose")
                .put("@id", "urn:wayleave:" + key.dimension().wire() + ":" + key.id())
                .put("@type", terms.dpvPurpose(key.dimension(), key.id()))
                .put("rdfs:label", terms.title(key.dimension(), key.id()));
        put(purpose, "dct:description", terms.description(key.dimension(), key.id()));
        ArrayNode data = process.putArray("dpv:hasPersonalData");
        for (DataElement element : terms.data(key.dimension(), key.id())) {
            data.addObject()
                    .put("@id", "urn:wayleave:data:" + element.id())
                    .put("@type", "dpv:PersonalData")
                    .put("rdfs:label", element.title())
                    .putObject("dpv:hasStorageCondition")
                    .put("@type", "dpv:StorageDuration")
                    .put("dpv:hasDuration", "P" + element.retentionDays() + "D");
        }
        ArrayNode recipients = process.putArray("dpv:hasRecipient");
        terms.recipients(key.dimension(), key.id())
                .forEach(recipient -> recipients.add("urn:wayleave:recipient:" + recipient));
    }

    private static void status(ObjectNode node, ConsentEvent event, ConsentLog log) {
        node.put("@id", "urn:wayleave:consent-event:" + event.id().replace('/', ':'))
                .put("@type", STATUS.get(event.kind()))
                .put("dct:identifier", event.id())
                .put("dpv:isIndicatedBy", "dpv:DataSubject");
        node.putObject("dpv:isIndicatedAtTime")
                .put("@type", "xsd:dateTime")
                .put("@value", event.time().toString());
        put(node, "dpv:hasIndicationMethod", event.source());
        if (!event.policyVersion().isEmpty()) {
            node.putObject("dpv:hasNotice")
                    .put("@type", "dpv:ConsentNotice")
                    .put("dct:hasVersion", event.policyVersion());
        }
        Instant end = log.end(event);
        if (end != null) {
            node.putObject("dct:valid").put("@type", "xsd:dateTime").put("@value", end.toString());
        }
        if (!event.evidence().reference().isEmpty()) {
            ObjectNode evidence =
                    node.putObject("wl:evidence").put("@id", event.evidence().reference());
            put(evidence, "wl:sha256", event.evidence().sha256());
        }
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    /**
     * Reads records: a graph, a list, or a single one.
     *
     * @throws ExchangeException if the text is no JSON, no record is in it, or a record lacks what it must have
     */
    public ImportedConsents read(String json) {
        JsonCursor root;
        try {
            root = JsonCursor.root(StrictJson.read(json));
        } catch (JsonProcessingException e) {
            throw new ExchangeException("not JSON at " + StrictJson.place(e) + ": " + e.getOriginalMessage(), e);
        }
        root.member("@context").skip();
        List<JsonCursor> records = root.has("@graph") ? root.member("@graph").items() : root.items();
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            throw new ExchangeException(
                    "a file of consent records holds 1 to " + MOST_RECORDS + " of them, this one " + records.size());
        }
        Map<String, List<ConsentEvent>> events = new LinkedHashMap<>();
        List<ImportedConsents.Loss> losses = new ArrayList<>();
        for (JsonCursor record : records) {
            record(record, events, losses);
        }
        root.unread().forEach(path -> losses.add(new ImportedConsents.Loss(path, "not kept in the consent log")));
        return new ImportedConsents("ISO/IEC TS 27560", new TreeMap<>(events), losses);
    }

    private void record(JsonCursor record, Map<String, List<ConsentEvent>> events, List<ImportedConsents.Loss> losses) {
        if (record.member("@type").items().stream()
                .map(JsonCursor::optional)
                .noneMatch(type -> type.endsWith("ConsentRecord"))) {
            throw new ExchangeException(record.path() + " is no consent record: its @type must be dpv:ConsentRecord");
        }
        String recordId = record.has("dct:identifier")
                ? record.member("dct:identifier").text()
                : record.member("@id").text();
        record.member("@id").optional();
        for (String follows :
                List.of("dct:conformsTo", "dct:created", "dct:modified", "dpv:hasLegalBasis", "dpv:hasApplicableLaw")) {
            record.member(follows).skip();
        }
        JsonCursor subject = record.member("dpv:hasDataSubject");
        String person =
                subject.has("dct:identifier") ? subject.member("dct:identifier").text() : subject.idOrText();
        if (person.isBlank()) {
            throw new ExchangeException(subject.path() + " must name the person by dct:identifier or @id");
        }
        subject.skip();
        Optional<ConsentName> name = consent(record);
        if (name.isEmpty()) {
            losses.add(new ImportedConsents.Loss(
                    record.path(), "no consent of the catalogue is the one this record is about; it was left out"));
            record.skip();
            return;
        }
        List<JsonCursor> statuses = record.member("dpv:hasConsentStatus").items();
        if (statuses.isEmpty()) {
            throw new ExchangeException(record.path() + " has no dpv:hasConsentStatus, so nothing happened to it");
        }
        for (int i = 0; i < statuses.size(); i++) {
            event(statuses.get(i), recordId + "/" + (i + 1), name.get(), losses)
                    .ifPresent(event -> events.computeIfAbsent(person, key -> new ArrayList<>())
                            .add(event));
        }
    }

    private Optional<ConsentName> consent(JsonCursor record) {
        if (record.has("wl:consent")) {
            Optional<ConsentName> own = terms.named(record.member("wl:consent").text());
            if (own.isPresent()) {
                // What follows from the catalogue is not part of the log.
                record.member("dpv:hasProcess").skip();
                record.member("dpv:hasDataController").skip();
                return own;
            }
        }
        List<JsonCursor> purposes = new ArrayList<>();
        record.member("dpv:hasProcess")
                .items()
                .forEach(process ->
                        purposes.addAll(process.member("dpv:hasPurpose").items()));
        purposes.addAll(record.member("dpv:hasPurpose").items());
        List<String> words = new ArrayList<>();
        for (JsonCursor purpose : purposes) {
            words.add(purpose.idOrText());
            if (purpose.has("rdfs:label")) {
                words.add(purpose.member("rdfs:label").optional());
            }
            purpose.member("@type").items().forEach(type -> words.add(type.optional()));
        }
        return terms.purpose(words);
    }

    private static Optional<ConsentEvent> event(
            JsonCursor status, String usualId, ConsentName name, List<ImportedConsents.Loss> losses) {
        ConsentChange.Kind kind = null;
        String said = "";
        for (JsonCursor type : status.member("@type").items()) {
            said = type.text();
            String local = said.substring(Math.max(said.lastIndexOf(':'), said.lastIndexOf('#')) + 1);
            for (Map.Entry<ConsentChange.Kind, String> known : STATUS.entrySet()) {
                if (known.getValue().equals("dpv:" + local)) {
                    kind = known.getKey();
                }
            }
        }
        if (kind == null) {
            losses.add(new ImportedConsents.Loss(
                    status.path(),
                    "the status " + said + " is neither given, renewed, refused, withdrawn nor expired"));
            status.skip();
            return Optional.empty();
        }
        status.member("@id").optional();
        status.member("dpv:isIndicatedBy").skip();
        Instant time = status.member("dpv:isIndicatedAtTime").time();
        String id =
                status.has("dct:identifier") ? status.member("dct:identifier").text() : usualId;
        JsonCursor notice = status.member("dpv:hasNotice");
        String version = "";
        if (notice.has("dct:hasVersion")) {
            version = notice.member("dct:hasVersion").text();
            notice.member("@type").optional();
        }
        Instant until = status.has("dct:valid") && kind.state() == ConsentState.State.GRANTED
                ? status.member("dct:valid").time()
                : null;
        JsonCursor evidence = status.member("wl:evidence");
        Evidence proof = Evidence.NONE;
        if (evidence.has("@id")) {
            try {
                proof = new Evidence(
                        evidence.member("@id").text(),
                        evidence.member("wl:sha256").optional());
            } catch (IllegalArgumentException e) {
                throw new ExchangeException(evidence.path() + ": " + e.getMessage(), e);
            }
        }
        return Optional.of(new ConsentEvent(
                id,
                time,
                Dimension.ofWire(name.dimension()),
                name.key(),
                kind,
                version,
                status.member("dpv:hasIndicationMethod").optional(),
                proof,
                until));
    }

    /** Returns whether a text looks like this format. */
    public static boolean recognises(JsonNode root) {
        JsonNode first = root.has("@graph") ? root.path("@graph").path(0) : root.isArray() ? root.path(0) : root;
        return first.has("@type");
    }
}
