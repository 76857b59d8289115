package org.wayleave.dpia;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.json.JsonRecord;

class AssessmentTest {

    @Test
    void readingAndWritingKeepsWhatIsUnknown() {
        String json =
                "{\"title\":\"A\",\"x\":{\"y\":[1,2]},\"journeys\":[\"j\"],\"risks\":[{\"description\":\"d\",\"z\":true}]}";
        assertEquals(json, Assessment.parse(json).json());
        assertEquals(
                json.replace("\"A\"", "\"B\""),
                Assessment.parse(json).withTitle("B").json());
        assertEquals(List.of("j"), Assessment.parse(json).journeys());
        assertEquals("d", Assessment.parse(json).risks().getFirst().description());
    }

    @Test
    void theLevelOfARiskIsLikelihoodTimesSeverity() {
        assertEquals(Optional.of(RiskLevel.LOW), RiskLevel.of(1, 3));
        assertEquals(Optional.of(RiskLevel.MEDIUM), RiskLevel.of(1, 4));
        assertEquals(Optional.of(RiskLevel.MEDIUM), RiskLevel.of(2, 4));
        assertEquals(Optional.of(RiskLevel.HIGH), RiskLevel.of(3, 3));
        assertEquals(Optional.empty(), RiskLevel.of(0, 3));
        assertEquals(Optional.empty(), RiskLevel.of(3, 5));
    }

    @Test
    void aRiskSaysWhatIsMissing() {
        assertTrue(new Risk(" ", 1, 1, "m", 1, 1).problem().startsWith("Describe every risk"));
        assertTrue(new Risk("d", 0, 1, "m", 1, 1).problem().contains("without measures"));
        assertTrue(new Risk("d", 2, 1, "", 1, 1).problem().contains("what is done"));
        assertTrue(new Risk("d", 2, 1, "m", 1, 0).problem().contains("with the measures"));
        assertTrue(new Risk("d", 2, 1, "m", 1, 2).problem().contains("higher"));
        assertEquals("", new Risk("d", 2, 2, "m", 1, 2).problem());
    }

    @Test
    void theHighestLevelThatIsLeftCounts() {
        Assessment assessment = Assessment.parse("""
            {"risks": [{"after": {"likelihood": 1, "severity": 1}}, {"after": {"likelihood": 3, "severity": 3}},
                       {"after": {"likelihood": 2, "severity": 2}}, {"before": {"likelihood": 4, "severity": 4}}]}\
            """);
        assertEquals(Optional.of(RiskLevel.HIGH), assessment.residual());
        assertEquals(Optional.empty(), Assessment.blank().residual());
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void eachSampleJourneyHasAnAssessmentThatNamesAllDataItsLaddersUse(String vertical) {
        Catalogue catalogue = Catalogue.parse(
                JsonRecord.bundled(Recipe.class, vertical + "/catalogue.json").json());
        Map<String, Journey> journeys = SampleJourneys.of(vertical).stream()
                .collect(Collectors.toMap(journey -> journey.id().toString(), journey -> journey));
        Set<String> criteria =
                Arrays.stream(Criterion.values()).map(Criterion::id).collect(Collectors.toSet());
        Set<String> assessed = new TreeSet<>();
        for (Assessment sample : SampleAssessments.of(vertical)) {
            assertTrue(criteria.containsAll(sample.criteria()), sample.id());
            assertEquals(vertical, sample.record().text("vertical"));
            sample.risks().forEach(risk -> assertEquals("", risk.problem(), sample.id()));
            sample.record().rows("lawfulBases").forEach(row -> {
                Purpose purpose = catalogue.purposes().get(row.text("purpose"));
                assertNotNull(purpose, sample.id() + " " + row.text("purpose"));
                assertEquals(purpose.lawfulBasis(), row.text("basis"), sample.id());
            });
            Set<String> named = new TreeSet<>();
            sample.record().rows("dataItems").forEach(row -> {
                DataElement element = catalogue.dataElements().get(row.text("element"));
                assertNotNull(element, sample.id() + " " + row.text("element"));
                assertEquals(element.source().wire(), row.text("source"), sample.id() + " " + element.id());
                assertTrue(
                        row.text("retention")
                                .startsWith(String.format(Locale.ROOT, "%,d day", element.retentionDays())),
                        sample.id() + " " + element.id());
                named.add(element.id());
            });
            Set<String> purposes = sample.record().rows("lawfulBases").stream()
                    .map(row -> row.text("purpose"))
                    .collect(Collectors.toSet());
            for (String id : sample.journeys()) {
                assessed.add(id);
                for (Action action : actions(Objects.requireNonNull(journeys.get(id), id))) {
                    assertTrue(named.containsAll(action.dataElements()), id + " uses " + action.dataElements());
                    assertTrue(purposes.contains(action.purpose()), id + " serves " + action.purpose());
                }
            }
        }
        assertEquals(journeys.keySet(), assessed);
    }

    @Test
    void anUnknownVerticalHasNoSamples() {
        assertEquals(List.of(), SampleAssessments.of("unknown"));
    }

    static List<String> verticals() {
        return PolicyPack.verticals();
    }

    private static List<Action> actions(Journey journey) {
        return journey.steps().stream()
                .filter(MessageStep.class::isInstance)
                .map(MessageStep.class::cast)
                .flatMap(step -> step.ladder().stream())
                .map(Rung::action)
                .filter(Objects::nonNull)
                .toList();
    }
}
