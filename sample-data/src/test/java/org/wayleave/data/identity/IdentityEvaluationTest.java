package org.wayleave.data.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityEvaluationTest {
    private final IdentityScene scene = IdentityScene.of(SceneSettings.bundled(), 9, ResolverTest.NOW, 500);

    @Test
    void theTruthItselfIsPerfect() {
        int[] representative = new int[scene.people() + 2 * scene.households() + 1];
        java.util.Arrays.fill(representative, -1);
        int offset = 2 * scene.households();
        IdentityEvaluation evaluation = IdentityEvaluation.of(scene, identifier -> {
            int owner = scene.truth(identifier) + offset;
            if (representative[owner] < 0) {
                representative[owner] = identifier;
            }
            return representative[owner];
        });
        assertEquals(1, evaluation.precision().value());
        assertEquals(1, evaluation.recall().value());
        assertEquals(1, evaluation.bCubedF());
        assertEquals(0, evaluation.mixed());
        assertEquals(evaluation.people(), evaluation.whole());
        assertEquals(evaluation.shared(), evaluation.sharedKept());
        assertTrue(evaluation.precision().low() > 0.9 && evaluation.precision().low() < 1);
    }

    @Test
    void identifiersApartHaveNoPairsAndPerfectBCubedPrecision() {
        IdentityEvaluation evaluation = IdentityEvaluation.of(scene, identifier -> identifier);
        assertTrue(Double.isNaN(evaluation.precision().value()));
        assertEquals(0, evaluation.recall().value());
        assertEquals(1, evaluation.bCubedPrecision().value());
        assertEquals(evaluation.identifiers(), evaluation.clusters());
    }

    @Test
    void theMeasuresAreThoseOfTheDefinitionsCountedPairByPair() {
        IdentityEvaluation evaluation = IdentityEvaluation.of(scene, identifier -> identifier / 7 * 7);
        boolean[] seen = new boolean[scene.events().identifiers()];
        for (int e = 0; e < scene.events().size(); e++) {
            for (int k = 0; k < IdentityEvents.KINDS; k++) {
                if (scene.events().slot(e, k) >= 0) {
                    seen[scene.events().slot(e, k)] = true;
                }
            }
        }
        int[] items = IntStream.range(0, seen.length).filter(i -> seen[i]).toArray();
        double both = 0;
        double cluster = 0;
        double owner = 0;
        double precision = 0;
        double recall = 0;
        for (int i : items) {
            double together = 0;
            double inCluster = 0;
            double ofOwner = 0;
            for (int j : items) {
                boolean sameCluster = i / 7 == j / 7;
                boolean sameOwner = scene.truth(i) == scene.truth(j);
                together += sameCluster && sameOwner ? 1 : 0;
                inCluster += sameCluster ? 1 : 0;
                ofOwner += sameOwner ? 1 : 0;
            }
            both += together - 1;
            cluster += inCluster - 1;
            owner += ofOwner - 1;
            precision += together / inCluster;
            recall += together / ofOwner;
        }
        assertEquals(both / cluster, evaluation.precision().value(), 1e-12);
        assertEquals(both / owner, evaluation.recall().value(), 1e-12);
        assertEquals(precision / items.length, evaluation.bCubedPrecision().value(), 1e-9);
        assertEquals(recall / items.length, evaluation.bCubedRecall().value(), 1e-9);
        assertTrue(evaluation.precision().low() < evaluation.precision().value()
                && evaluation.precision().value() < evaluation.precision().high());
    }

    @Test
    void anIntervalCoversTheShareOfIndependentGroups() {
        double[] ones = IntStream.range(0, 100).mapToDouble(i -> i < 30 ? 1 : 0).toArray();
        double[] all = IntStream.range(0, 100).mapToDouble(i -> 1).toArray();
        RatioInterval interval = RatioInterval.of(ones, all);
        assertEquals(0.3, interval.value(), 1e-12);
        // Wilson's interval for 30 of 100 is 0.2189 to 0.3958.
        assertEquals(0.2189, interval.low(), 2e-3);
        assertEquals(0.3958, interval.high(), 2e-3);
    }
}
