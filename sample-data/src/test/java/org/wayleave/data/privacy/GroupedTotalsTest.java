package org.wayleave.data.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;

class GroupedTotalsTest {
    private static final List<String> COUNTRIES = List.of("DE", "ES", "FR", "SE");
    /** So little noise that every total is exact. */
    private static final double NONE = 0.01;

    @Test
    void declaredGroupsAreReleasedInTheirOrderAlsoWhenNobodyIsInThem() {
        GroupedTotals totals = new GroupedTotals(ContributionBounds.counts(1), RandomBits.rehearsed(1, "pick"));
        totals.add(Map.of("FR", 1L));
        totals.add(Map.of("FR", 1L));
        totals.add(Map.of("DE", 1L));
        Map<String, Long> released = totals.release(COUNTRIES, NONE, RandomBits.rehearsed(1, "noise"));
        assertEquals(COUNTRIES, List.copyOf(released.keySet()));
        assertEquals(List.of(1L, 0L, 2L, 0L), List.copyOf(released.values()));
    }

    @Test
    void onePersonMovesNoMoreThanTheBoundsSay() {
        ContributionBounds bounds = new ContributionBounds(2, -5, 100);
        for (int seed = 0; seed < 50; seed++) {
            GroupedTotals totals = new GroupedTotals(bounds, RandomBits.rehearsed(seed, "pick"));
            Map<String, Long> person = new HashMap<>();
            for (int i = 0; i < COUNTRIES.size(); i++) {
                person.put(COUNTRIES.get(i), (long) Draws.below(seed, i, 2000) - 1000);
            }
            totals.add(person);
            Map<String, Long> released = totals.release(COUNTRIES, NONE, RandomBits.rehearsed(seed, "noise"));
            assertEquals(
                    2, released.values().stream().filter(value -> value != 0).count());
            assertTrue(released.values().stream().allMatch(value -> value >= -5 && value <= 100));
        }
    }

    @Test
    void whichGroupsCountDiffersFromPersonToPerson() {
        GroupedTotals totals = new GroupedTotals(ContributionBounds.counts(1), RandomBits.rehearsed(5, "pick"));
        Map<String, Long> all = new HashMap<>();
        COUNTRIES.forEach(country -> all.put(country, 1L));
        for (int i = 0; i < 4000; i++) {
            totals.add(all);
        }
        totals.release(COUNTRIES, NONE, RandomBits.rehearsed(5, "noise"))
                .values()
                .forEach(count -> assertEquals(1000, count, 150));
    }

    @Test
    void rareGroupsAreHeldBackAndCommonOnesReleased() {
        GroupedTotals totals = new GroupedTotals(ContributionBounds.counts(1), RandomBits.rehearsed(2, "pick"));
        totals.add(Map.of("unusual words of one person", 1L));
        for (int i = 0; i < 500; i++) {
            totals.add(Map.of("shoes", 1L));
        }
        double sigma = 4;
        double delta = 1e-6;
        long threshold = totals.threshold(sigma, delta);
        assertTrue(threshold > 15 && threshold < 30, "threshold is " + threshold);
        for (int seed = 0; seed < 200; seed++) {
            Map<String, Long> released = totals.releaseCommon(sigma, sigma, delta, RandomBits.rehearsed(seed, "noise"));
            assertFalse(released.containsKey("unusual words of one person"), "seed " + seed);
            assertTrue(released.containsKey("shoes"));
        }
        assertEquals(delta, totals.costWithThreshold(sigma, sigma, delta).delta());
        assertEquals(
                1 / 16.0, totals.costWithThreshold(sigma, sigma, delta).loss().rho(), 1e-12);
    }

    @Test
    void theNoiseForALossCostsNoMoreThanThatLoss() {
        GroupedTotals totals = new GroupedTotals(new ContributionBounds(3, 0, 250), RandomBits.rehearsed(1, "pick"));
        for (double rho : new double[] {1e-4, 0.01, 0.5, 1e9}) {
            double cost = totals.cost(totals.sigmaFor(new ZeroConcentrated(rho)))
                    .loss()
                    .rho();
            assertTrue(cost <= rho && (cost > rho * 0.999 || rho > 1e6), cost + " for " + rho);
        }
    }

    @Test
    void countsOfCommonGroupsAreComparedAndReleasedWithOneNoise() {
        GroupedTotals totals = new GroupedTotals(ContributionBounds.counts(1), RandomBits.rehearsed(2, "pick"));
        totals.add(Map.of("alone", 1L));
        for (int i = 0; i < 500; i++) {
            totals.add(Map.of("shoes", 1L));
        }
        Map<String, Long> released = totals.releaseCommonCounts(3, 1e-6, RandomBits.rehearsed(1, "noise"));
        assertEquals(List.of("shoes"), List.copyOf(released.keySet()));
        assertEquals(500, released.getOrDefault("shoes", 0L), 20);
        assertEquals(1 / 18.0, totals.costOfCommonCounts(3, 1e-6).loss().rho(), 1e-12);
    }
}
