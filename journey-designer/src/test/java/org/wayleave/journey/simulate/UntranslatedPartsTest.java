package org.wayleave.journey.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.SourceFragment;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;

class UntranslatedPartsTest {

    @Test
    void aStepThatMeansNothingHereIsNeverWalkedThrough() {
        Journey with = with(new OpaqueStep(
                "score",
                "Score the lead",
                Position.ORIGIN,
                new SourceFragment("mautic", "lead.scorecontactscompanies", "campaign_event[3]", "{}"),
                List.of(new OpaqueArm("next", "Next"))));
        assertTrue(refused(with).startsWith("The step “Score the lead” of “"), refused(with));
    }

    @Test
    void aConditionThatIsNotTranslatedIsNeverTakenAsFalse() {
        Journey with = with(new BranchStep(
                "known",
                "Address known?",
                Position.ORIGIN,
                List.of(new BranchArm(
                        "yes",
                        "Yes",
                        List.of(new Condition("source.Email", Comparison.IS, FactValue.of("Email is not null")))))));
        assertTrue(refused(with).contains("source.Email"), refused(with));
    }

    @Test
    void whatIsDrawnHereIsNotRefused() {
        SampleJourneys.retail().forEach(UntranslatedParts::refuse);
        assertEquals(false, new Condition("country", Comparison.IS, FactValue.of("FR")).untranslated());
    }

    private static String refused(Journey journey) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> SimulationPlan.of(
                        journey,
                        1,
                        Recipe.bundled("retail"),
                        PolicyPack.bundled("retail"),
                        PolicyPack.bundledSettings("retail")));
        return String.valueOf(refusal.getMessage());
    }

    private static Journey with(Step step) {
        Journey sample = SampleJourneys.retail().getFirst();
        List<Step> steps = new ArrayList<>(sample.steps());
        steps.add(step);
        return sample.withGraph(steps, sample.edges());
    }
}
