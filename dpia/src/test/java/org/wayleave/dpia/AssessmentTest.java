package org.wayleave.dpia;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.samples.SampleJourneys;

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
                           {"after": {"likelihood": 2, "severity": 2}}, {"before": {"likelihood": 4, "severity": 4}}]}""");
        assertEquals(Optional.of(RiskLevel.HIGH), assessment.residual());
        assertEquals(Optional.empty(), Assessment.blank().residual());
    }

    @Test
    void eachSampleJourneyHasAnAssessmentThatNamesAllDataItsLaddersUse() {
        List<Assessment> samples = SampleAssessments.of("retail");
        Set<String> elements =
                Recipe.bundled("retail").catalogue().dataElements().keySet();
        Set<String> criteria =
                Arrays.stream(Criterion.values()).map(Criterion::id).collect(Collectors.toSet());
        Set<String> assessed = new TreeSet<>();
        for (Assessment sample : samples) {
            assertTrue(criteria.containsAll(sample.criteria()), sample.id());
            Set<String> named = sample.record().rows("dataItems").stream()
                    .map(row -> row.text("element"))
                    .collect(Collectors.toSet());
            assertTrue(elements.containsAll(named), sample.id() + " " + named);
            Journey journey = SampleJourneys.of("retail").stream()
                    .filter(candidate ->
                            sample.journeys().getFirst().equals(candidate.id().toString()))
                    .findFirst()
                    .orElseThrow();
            assessed.add(sample.journeys().getFirst());
            journey.steps().stream()
                    .filter(MessageStep.class::isInstance)
                    .map(MessageStep.class::cast)
                    .flatMap(step -> step.ladder().stream())
                    .filter(rung -> rung.action() != null)
                    .flatMap(rung -> rung.action().dataElements().stream())
                    .forEach(element -> assertTrue(named.contains(element), sample.id() + " lacks " + element));
        }
        assertEquals(Set.of("back-in-stock", "replenishment", "win-back"), assessed);
        assertEquals(List.of(), SampleAssessments.of("unknown"));
    }
}
