package org.wayleave.data.consent.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentEvent;
import org.wayleave.data.consent.ConsentLog;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;

class ExchangeTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private final Recipe retail = Recipe.bundled("retail");
    private final ConsentRegistry registry = retail.consentRegistry();
    private final ConsentRecords27560 records = new ConsentRecords27560(retail.catalogue(), registry);
    private final KantaraReceipts receipts = new KantaraReceipts(retail.catalogue(), registry);
    private final Map<String, ConsentLog> people = people(60);

    @Test
    void recordsFitThePublishedSchema() {
        assertEquals(List.of(), new PublishedSchema("consent-record").problems(records.write(people)));
        assertEquals(
                List.of(),
                new PublishedSchema("consent-receipt")
                        .problems(receipts.write(people, NOW).json()));
        assertEquals(
                List.of(),
                new PublishedSchema("catalogue").problems(retail.catalogue().json()));
    }

    @Test
    void everyEventOfARecordComesBackAndNothingIsLost() {
        ImportedConsents read = records.read(records.write(people));
        assertEquals(List.of(), read.losses());
        people.forEach((person, log) -> {
            ConsentLog again = ConsentLog.of(registry, read.events().getOrDefault(person, List.of()));
            assertEquals(log.events().size(), again.events().size(), person);
            for (int i = 0; i < log.events().size(); i++) {
                ConsentEvent there = log.events().get(i);
                ConsentEvent back = again.events().get(i);
                assertEquals(there.id(), back.id());
                assertEquals(there.kind(), back.kind());
                assertEquals(there.time(), back.time());
                assertEquals(there.policyVersion(), back.policyVersion());
                assertEquals(there.evidence(), back.evidence());
            }
            for (ConsentRegistry.Key key : registry.keys()) {
                assertEquals(
                        log.state(key.dimension(), key.id(), NOW).state(),
                        again.state(key.dimension(), key.id(), NOW).state());
            }
        });
    }

    @Test
    void aForeignRecordIsReadByItsPurposeAndWhatIsLostHasItsPath() {
        ImportedConsents read = records.read("""
            {"@context":"https://w3id.org/dpv","@id":"ex:r1","@type":"dpv:ConsentRecord","dct:identifier":"r1",
             "dpv:hasDataSubject":"ex:anna","dpv:hasJurisdiction":"loc:IE",
             "dpv:hasProcess":{"@type":"dpv:Process","dpv:hasPurpose":"dpv:Marketing","dpv:hasService":"Shop"},
             "dpv:hasConsentStatus":[
               {"@type":"dpv:ConsentGiven","dpv:isIndicatedAtTime":"2025-11-05T16:08:50+01:00","dpv:hasIndicationMethod":"Agree button"},
               {"@type":"dpv:ConsentRequested","dpv:isIndicatedAtTime":"2025-11-05T16:00:00+01:00"}]}\
            """);
        ConsentEvent event = read.events().getOrDefault("ex:anna", List.of()).getFirst();
        assertEquals("marketing", event.key());
        assertEquals(Dimension.PURPOSE, event.dimension());
        assertEquals(Instant.parse("2025-11-05T15:08:50Z"), event.time());
        assertEquals("Agree button", event.source());
        assertEquals(1, read.size());
        assertEquals(
                List.of(
                        "/dpv:hasConsentStatus/1",
                        "/dpv:hasJurisdiction",
                        "/dpv:hasProcess/@type",
                        "/dpv:hasProcess/dpv:hasService"),
                read.losses().stream().map(ImportedConsents.Loss::path).sorted().toList());
    }

    @Test
    void aReceiptHoldsWhatIsGrantedAndSaysWhatItCannot() {
        KantaraReceipts.Written written = receipts.write(people, NOW);
        ImportedConsents read = receipts.read(written.json());
        int granted = 0;
        for (Map.Entry<String, ConsentLog> person : people.entrySet()) {
            for (ConsentRegistry.Key key : registry.keys()) {
                boolean agreed = key.dimension() == Dimension.PURPOSE
                        && person.getValue()
                                        .state(key.dimension(), key.id(), NOW)
                                        .state()
                                == ConsentState.State.GRANTED;
                granted += agreed ? 1 : 0;
                boolean back = read.events().getOrDefault(person.getKey(), List.of()).stream()
                        .anyMatch(event -> event.key().equals(key.id()));
                assertEquals(agreed, back, person.getKey() + " " + key.id());
            }
        }
        assertEquals(granted, read.size());
        assertTrue(written.losses().stream().anyMatch(loss -> loss.reason().contains("purposes only")));
        assertTrue(written.losses().stream().anyMatch(loss -> loss.reason().contains("agreed to only")));
        assertTrue(read.events().values().stream()
                .flatMap(List::stream)
                .allMatch(event -> event.kind() == ConsentChange.Kind.GRANTED && event.until() != null));
    }

    @Test
    void aReceiptOfAnotherSystemIsReadWithItsLosses() {
        ImportedConsents read = receipts.read("""
            {"version":"KI-CR-v1.1.0","jurisdiction":"DW","consentTimestamp":1510592400,"collectionMethod":"Web form",
             "consentReceiptID":"c1befd3e-b7e5-4ea6-8688-e9a565aade21","piiPrincipalId":"Bowden",
             "policyUrl":"urn:x","services":[{"service":"News","purposes":[
               {"purpose":"To market services","purposeCategory":["6 - Marketing","marketing"],"termination":"Subscription end date + 1 year"},
               {"purpose":"To count clacks","purposeCategory":["9"]}]}],"sensitive":false}\
            """);
        ConsentEvent event = read.events().getOrDefault("Bowden", List.of()).getFirst();
        assertEquals("marketing", event.key());
        assertEquals(Instant.ofEpochSecond(1510592400), event.time());
        List<String> lost =
                read.losses().stream().map(ImportedConsents.Loss::path).toList();
        assertTrue(lost.contains("/services/0/purposes/1"), lost.toString());
        assertTrue(lost.contains("/services/0/purposes/0/termination"), lost.toString());
        assertTrue(lost.contains("/policyUrl"), lost.toString());
        assertTrue(lost.contains("/jurisdiction"), lost.toString());
    }

    @Test
    void brokenFilesAreRefusedWithTheirPlace() {
        refused(() -> records.read("{"), "line 1");
        refused(() -> records.read("[]"), "holds 1 to");
        refused(() -> records.read("{\"@type\":\"dpv:Process\"}"), "is no consent record");
        refused(
                () -> records.read(records.write(people).replaceFirst("\"@value\" : \"2", "\"@value\" : \"x2")),
                "isIndicatedAtTime");
        refused(() -> receipts.read("{\"version\":\"KI-CR-v9\"}"), "/version is KI-CR-v9");
        refused(() -> receipts.read("{\"version\":7}"), "/version must be a text");
        refused(() -> receipts.read("[" + "[".repeat(70) + "]".repeat(70) + "]"), "nesting");
    }

    @Test
    void cutTextsAreRefusedAndNothingElseHappens() {
        String json = records.write(people(2));
        for (int length = 0; length < json.length() - 2; length += 37) {
            String cut = json.substring(0, length);
            assertThrows(ExchangeException.class, () -> records.read(cut));
            assertThrows(ExchangeException.class, () -> receipts.read(cut));
        }
    }

    private static void refused(org.junit.jupiter.api.function.Executable reading, String words) {
        ExchangeException e = assertThrows(ExchangeException.class, reading);
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
        assertFalse(String.valueOf(e.getMessage()).contains("\n"));
    }

    private Map<String, ConsentLog> people(int count) {
        PersonGenerator generator = new PersonGenerator(retail, 11, NOW, 30);
        Map<String, ConsentLog> logs = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Person person = generator.person(i);
            logs.put(person.id(), ConsentLog.of(person.id(), person.consents(), NOW.toEpochMilli()));
        }
        return logs;
    }
}
