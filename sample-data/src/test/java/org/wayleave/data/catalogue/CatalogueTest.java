package org.wayleave.data.catalogue;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;
import org.wayleave.data.export.EventRecord;

class CatalogueTest {
    private final Recipe recipe = Recipe.bundled("retail");
    private final Catalogue catalogue = recipe.catalogue();

    @Test
    void theRetailCatalogueReadsBackFromItsOwnText() {
        Catalogue again = Catalogue.parse(catalogue.json());
        assertEquals(catalogue.dataElements(), again.dataElements());
        assertEquals(catalogue.events(), again.events());
        assertEquals(catalogue.purposes(), again.purposes());
        assertEquals(List.copyOf(catalogue.policyTexts().keySet()).getLast(), "2026-01");
    }

    @Test
    void everyElementHasABasisAndTheInferredHealthLikeStatusIsSpecial() {
        catalogue
                .dataElements()
                .values()
                .forEach(element -> assertTrue(!element.lawfulBasis().isEmpty(), element.id()));
        DataElement wellbeing = requireNonNull(catalogue.dataElements().get("inferred-wellbeing-status"));
        assertEquals(DataElement.Sensitivity.SPECIAL, wellbeing.sensitivity());
        assertEquals(DataElement.Source.INFERRED, wellbeing.source());
        assertTrue(requireNonNull(catalogue.topics().get("wellbeing")).sensitive());
    }

    @Test
    void everyEventThatPeopleHaveConformsToItsContract() {
        PersonGenerator generator = new PersonGenerator(recipe, 3, Instant.parse("2026-03-02T00:00:00Z"), 30);
        Set<EventType> seen = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            Person person = generator.person(i);
            for (EventHistory events : List.of(person.history(), person.future())) {
                for (int k = 0; k < events.size(); k++) {
                    EventContract contract =
                            requireNonNull(catalogue.events().get(events.type(k).wire()));
                    assertEquals(
                            List.of(),
                            EventConformance.problems(contract, EventRecord.of(recipe, person, events, k)),
                            events.type(k).wire());
                    seen.add(events.type(k));
                }
            }
        }
        assertEquals(Set.copyOf(recipe.events().all()), seen);
    }

    @Test
    void aRecordThatBreaksItsContractIsExplained() {
        EventContract view = requireNonNull(catalogue.events().get("view"));
        List<String> problems = new ArrayList<>(EventConformance.problems(
                view, Map.of("time", "yesterday", "person", "p1", "category", 3, "email", "a@b.example")));
        assertEquals(
                List.of(
                        "the field time must be of type time, is yesterday",
                        "the field category must be of type string, is 3",
                        "the field product is missing",
                        "the field email is not in the contract",
                        "the field email holds what looks like an e-mail address"),
                problems);
    }

    @Test
    void aContractNamesItsOwnerItsMinimalSetAndTheLatenessItAllows() {
        EventContract view = requireNonNull(catalogue.events().get("view"));
        assertEquals("web-shop", view.owner());
        assertEquals(24, view.latenessHours());
        assertEquals(
                List.of("time", "person", "category", "product"),
                view.minimalSet().stream().map(EventField::name).toList());
        EventContract unsubscribe = requireNonNull(catalogue.events().get("unsubscribe"));
        assertEquals(EventContract.USUAL_LATENESS_HOURS, unsubscribe.latenessHours());
    }

    @Test
    void brokenCataloguesAreRefusedWithThePlace() {
        refused("{", "not valid JSON at line 1");
        refused("{\"id\":\"a\",\"id\":\"b\"}", "Duplicate");
        refused("[".repeat(5000), "nesting");
        refused("{\"id\":\"a\",\"title\":\"b\"}", "\"vertical\" must be a text");
        refused(
                catalogue.json().replace("\"lawfulBasis\": \"contract\"", "\"lawfulBasis\": \"wish\""),
                "purposes.service.lawfulBasis names \"wish\"");
        refused(
                catalogue.json().replace("\"retentionDays\": 1095", "\"retentionDays\": -1"),
                "retentionDays must be a whole number of days");
        refused(
                catalogue.json().replace("\"sensitivity\": \"special\"", "\"sensitivity\": \"secret\""),
                "must be one of normal, sensitive, special");
        refused(
                catalogue.json().replace("\"latenessHours\": 24", "\"latenessHours\": 24.5"),
                "latenessHours must be a whole number of hours");
        refused(
                catalogue.json().replace("\"name\": \"category\"", "\"name\": \"time\""),
                "declares the field time a second time");
        refused(catalogue.json().replace("\"2022-05-01T00:00:00Z\"", "\"last May\""), "must be a UTC time");
    }

    private static void refused(String json, String expected) {
        String message = assertThrows(CatalogueException.class, () -> Catalogue.parse(json))
                .getMessage();
        assertTrue(message != null && message.contains(expected), message);
    }
}
