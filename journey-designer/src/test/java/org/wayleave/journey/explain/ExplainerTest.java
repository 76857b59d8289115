package org.wayleave.journey.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.Simulation;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.pack.PolicyPack;

class ExplainerTest {

    private final SimulationPlan plan = SimulationPlan.of(
                    SampleJourneys.retail().getFirst(),
                    1,
                    Recipe.bundled("retail"),
                    PolicyPack.bundled("retail"),
                    PolicyPack.bundledSettings("retail"))
            .withSize(700, 60);

    @Test
    void peopleOfEachOutcomeAreExplainedByTheRulesThatDeniedThem() {
        RunResult result = new Simulation(plan).run();
        List<Integer> people = Explainer.interesting(result, 5);
        assertEquals(5, people.size());
        assertEquals(people, Explainer.interesting(new Simulation(plan.withThreads(2)).run(), 5));
        Explainer explainer = new Explainer(plan);
        int denials = 0;
        for (int index : people) {
            PersonPath path = explainer.person(index);
            assertEquals(path, explainer.person(index));
            assertFalse(path.visits().isEmpty());
            for (PersonPath.RungTrial rung : path.visits().stream()
                    .flatMap(visit -> visit.rungs().stream())
                    .toList()) {
                assertEquals(rung.allowed(), rung.denials().isEmpty());
                assertEquals(3, rung.consents().size());
                for (PersonPath.DenialNote denial : rung.denials()) {
                    denials++;
                    assertFalse(denial.title().isBlank());
                    assertTrue(denial.file().endsWith(".rego") && denial.line() > 0, denial.toString());
                }
            }
            for (int i = 1; i < path.timeline().size(); i++) {
                assertFalse(path.timeline()
                        .get(i)
                        .time()
                        .isBefore(path.timeline().get(i - 1).time()));
            }
        }
        assertTrue(denials > 0);
    }

    @Test
    void whoNeverEntersIsSaidToHaveNeverEntered() {
        Explainer explainer = new Explainer(plan);
        int outside = 0;
        while (!explainer.person(outside).visits().isEmpty()) {
            outside++;
        }
        assertEquals("Never entered the journey", explainer.person(outside).outcomeText());
    }
}
