package org.wayleave.journey.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.journey.graph.Journey;

/** Finds the structural problems of a journey; needs no policy and nobody's data. Safe for use by many threads. */
public final class JourneyLint {

    private JourneyLint() {}

    /** The problems of a journey: those of the whole first, then step by step in the order of the steps, then its expectations. */
    public static List<Problem> problems(Journey journey, Catalogue catalogue) {
        return find(journey, catalogue, null);
    }

    /** The problems of a journey, with its feature names checked too. */
    public static List<Problem> problems(Journey journey, Catalogue catalogue, FeatureSchema features) {
        return find(journey, catalogue, features);
    }

    private static List<Problem> find(Journey journey, Catalogue catalogue, @Nullable FeatureSchema features) {
        List<Problem> problems = new ArrayList<>();
        FlowRules flow = new FlowRules(journey, problems);
        flow.wholeJourney();
        StepRules rules = new StepRules(catalogue, features, problems);
        journey.steps().forEach(step -> {
            flow.step(step);
            rules.step(step);
        });
        new ExpectationRules(journey, catalogue, features).problems().forEach(problems::add);
        return List.copyOf(problems);
    }
}
