package org.wayleave.data.consent.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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
 * Consent receipts by the Kantara Initiative's specification, version 1.1: what a person has agreed to at an instant. A receipt can say
 * neither that something was refused or withdrawn nor that a channel or topic was agreed to; what is left out is listed.
 */
public final class KantaraReceipts {
    /** Name of the format on the command line. */
    public static final String FORMAT = "kantara";

    private static final String VERSION = "KI-CR-v1.1.0";
    private static final int MOST_RECEIPTS = 100_000;
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ConsentTerms terms;

    /**
     * Receipts as text.
     *
     * @param losses what they cannot say, by a path into the consents: person and consent
     */
    public record Written(String json, List<ImportedConsents.Loss> losses) {
        /** Copies the list. */
        public Written {
            losses = List.copyOf(losses);
        }
    }

    /** Makes a reader and writer with the words of a catalogue, for the consents of a registry. */
    public KantaraReceipts(Catalogue catalogue, ConsentRegistry registry) {
        terms = new ConsentTerms(catalogue, registry);
    }

    /** Returns a list of receipts, one for each person who agreed to a purpose at an instant. */
    public Written write(Map<String, ConsentLog> people, Instant at) {
        ArrayNode receipts = MAPPER.createArrayNode();
        List<ImportedConsents.Loss> losses = new ArrayList<>();
        new TreeMap<>(people).forEach((person, log) -> {
            List<ConsentEvent> given = new ArrayList<>();
            for (ConsentRegistry.Key key : log.registry().keys()) {
                ConsentEvent event = log.deciding(key.dimension(), key.id(), at);
                if (event == null) {
                    continue;
                }
                boolean granted = log.state(key.dimension(), key.id(), at).state() == ConsentState.State.GRANTED;
                String path = "/" + person + "/" + key.dimension().wire() + ":" + key.id();
                if (key.dimension() != Dimension.PURPOSE) {
                    losses.add(new ImportedConsents.Loss(path, "a receipt is about purposes only"));
                } else if (!granted) {
                    losses.add(new ImportedConsents.Loss(path, "a receipt holds what was agreed to only"));
                } else {
                    given.add(event);
                }
            }
            if (!given.isEmpty()) {
                receipt(receipts.addObject(), person, given, log);
            }
        });
        try {
            return new Written(MAPPER.writeValueAsString(receipts).replace("\r\n", "\n") + "\n", losses);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree that was just made cannot be written", e);
        }
    }

    private void receipt(ObjectNode node, String person, List<ConsentEvent> given, ConsentLog log) {
        Instant newest =
                given.stream().map(ConsentEvent::time).max(Instant::compareTo).orElseThrow();
        ConsentEvent last = given.stream()
                .filter(event -> event.time().equals(newest))
                .findFirst()
                .orElseThrow();
        Organisation organisation = terms.catalogue().organisation();
        node.put("version", VERSION)
                .put("jurisdiction", "EU")
                .put("consentTimestamp", newest.getEpochSecond())
                .put("collectionMethod", last.source())
                .put(
                        "consentReceiptID",
                        UUID.nameUUIDFromBytes((person + "|" + newest).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("language", "en")
                .put("piiPrincipalId", person);
        node.putArray("piiControllers")
                .addObject()
                .put("piiController", organisation.name())
                .put("contact", organisation.contact())
                .put("email", organisation.dataProtectionOfficer())
                .put("phone", "")
                .putObject("address");
        node.put("policyUrl", "urn:wayleave:policy-text:" + last.policyVersion());
        ArrayNode purposes = node.putArray("services")
                .addObject()
                .put("service", terms.catalogue().title())
                .putArray("purposes");
        boolean sensitive = false;
        List<String> special = new ArrayList<>();
        for (ConsentEvent event : given) {
            List<DataElement> data = terms.data(event.dimension(), event.key());
            List<String> recipients = terms.recipients(event.dimension(), event.key());
            ObjectNode purpose = purposes.addObject().put("purpose", terms.title(event.dimension(), event.key()));
            purpose.putArray("purposeCategory").add(event.key());
            // Nothing counts as agreed here that was not said in so many words.
            purpose.put("consentType", "EXPLICIT");
            ArrayNode categories = purpose.putArray("piiCategory");
            for (DataElement element : data) {
                categories.add(element.title());
                if (element.sensitivity() == DataElement.Sensitivity.SPECIAL) {
                    sensitive = true;
                    special.add(element.title());
                }
            }
            Instant end = log.end(event);
            purpose.put("primaryPurpose", false)
                    .put("termination", end == null ? "" : end.toString())
                    .put("thirdPartyDisclosure", !recipients.isEmpty());
            if (!recipients.isEmpty()) {
                purpose.put("thirdPartyName", String.join("; ", recipients));
            }
        }
        node.put("sensitive", sensitive);
        ArrayNode categories = node.putArray("spiCat");
        special.stream().distinct().forEach(categories::add);
    }

    /**
     * Reads a receipt or a list of them.
     *
     * @throws ExchangeException if the text is no JSON or a receipt lacks what it must have
     */
    public ImportedConsents read(String json) {
        JsonCursor root;
        try {
            root = JsonCursor.root(StrictJson.read(json));
        } catch (JsonProcessingException e) {
            throw new ExchangeException("not JSON at " + StrictJson.place(e) + ": " + e.getOriginalMessage(), e);
        }
        List<JsonCursor> receipts = root.items();
        if (receipts.isEmpty() || receipts.size() > MOST_RECEIPTS) {
            throw new ExchangeException(
                    "a file of receipts holds 1 to " + MOST_RECEIPTS + " of them, this one " + receipts.size());
        }
        TreeMap<String, List<ConsentEvent>> events = new TreeMap<>();
        List<ImportedConsents.Loss> losses = new ArrayList<>();
        for (JsonCursor receipt : receipts) {
            receipt(receipt, events, losses);
        }
        root.unread().forEach(path -> losses.add(new ImportedConsents.Loss(path, "not kept in the consent log")));
        return new ImportedConsents("Kantara consent receipt", events, losses);
    }

    private void receipt(
            JsonCursor receipt, Map<String, List<ConsentEvent>> events, List<ImportedConsents.Loss> losses) {
        String version = receipt.member("version").text();
        if (!version.matches("KI-CR-v1\\.[01](\\.\\d+)?")) {
            throw new ExchangeException(receipt.member("version").path() + " is " + version
                    + "; receipts of versions 1.0 and 1.1 can be read");
        }
        String id = receipt.member("consentReceiptID").text();
        String person = receipt.member("piiPrincipalId").text();
        Instant time = receipt.member("consentTimestamp").epochSeconds();
        String method = receipt.member("collectionMethod").text();
        String policy = receipt.has("policyUrl") ? receipt.member("policyUrl").text() : "";
        String text = policy.startsWith("urn:wayleave:policy-text:") ? policy.substring(25) : "";
        if (text.isEmpty() && !policy.isEmpty()) {
            losses.add(new ImportedConsents.Loss(
                    receipt.member("policyUrl").path(), "an address is no version of the consent text"));
        }
        int purposes = 0;
        for (JsonCursor service : receipt.member("services").items()) {
            for (JsonCursor purpose : service.member("purposes").items()) {
                purposes++;
                Optional<ConsentName> name = name(purpose);
                if (name.isEmpty()) {
                    losses.add(new ImportedConsents.Loss(
                            purpose.path(), "no purpose of the catalogue is the one named here; it was left out"));
                    purpose.skip();
                    continue;
                }
                events.computeIfAbsent(person, key -> new ArrayList<>())
                        .add(new ConsentEvent(
                                id + "/" + name.get().key(),
                                time,
                                Dimension.PURPOSE,
                                name.get().key(),
                                ConsentChange.Kind.GRANTED,
                                text,
                                method,
                                new Evidence("urn:uuid:" + id, ""),
                                until(purpose)));
            }
        }
        if (purposes == 0) {
            throw new ExchangeException(receipt.member("services").path() + " names no purpose");
        }
    }

    private Optional<ConsentName> name(JsonCursor purpose) {
        List<String> words = new ArrayList<>();
        if (purpose.has("purpose")) {
            words.add(purpose.member("purpose").text());
        }
        purpose.member("purposeCategory").items().forEach(category -> words.add(category.optional()));
        return terms.purpose(words);
    }

    private static @org.jspecify.annotations.Nullable Instant until(JsonCursor purpose) {
        // Most receipts say the end in words, such as "when the subscription ends"; the path is then listed as lost.
        return purpose.member("termination").timeIfAny();
    }

    /** Returns whether a text looks like this format. */
    public static boolean recognises(JsonNode root) {
        return (root.isArray() ? root.path(0) : root).path("version").asText().startsWith("KI-CR-");
    }
}
