package org.wayleave.data.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {
    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @CsvSource({"1,4", "1,1", "3,2", "7,1", "355,113"})
    void laplaceDrawsHaveTheProbabilitiesOfTheDistribution(long numerator, long denominator) {
        DiscreteLaplace noise = new DiscreteLaplace(Ratio.of(numerator, denominator));
        RandomBits bits = RandomBits.rehearsed(11, "laplace");
        assertFits(noise::probability, ignored -> noise.sample(bits));
    }

    @ParameterizedTest
    @CsvSource({"1,9", "1,1", "5,2", "16,1", "1000,7"})
    void gaussianDrawsHaveTheProbabilitiesOfTheDistribution(long numerator, long denominator) {
        DiscreteGaussian noise = new DiscreteGaussian(Ratio.of(numerator, denominator));
        RandomBits bits = RandomBits.rehearsed(12, "gauss");
        assertFits(noise::probability, ignored -> noise.sample(bits));
    }

    @Test
    void laplaceProbabilitiesAreWithinTheFactorThatPrivacyPromises() {
        DiscreteLaplace noise = new DiscreteLaplace(Ratio.of(5, 2));
        for (long x = -40; x <= 40; x++) {
            double ratio = noise.probability(x) / noise.probability(x + 1);
            assertTrue(ratio <= Math.exp(0.4) * (1 + 1e-12) && ratio >= Math.exp(-0.4) * (1 - 1e-12), "at " + x);
        }
    }

    @Test
    void gaussianDivergenceOfNeighboursIsWhatZeroConcentrationSays() {
        DiscreteGaussian noise = new DiscreteGaussian(Ratio.of(4, 1));
        ZeroConcentrated loss = ZeroConcentrated.ofGaussian(1, 2);
        for (double order : new double[] {1.5, 2, 4, 8}) {
            double sum = 0;
            for (long x = -40; x <= 40; x++) {
                sum += Math.exp(
                        order * Math.log(noise.probability(x)) + (1 - order) * Math.log(noise.probability(x - 1)));
            }
            double divergence = Math.log(sum) / (order - 1);
            assertTrue(divergence <= loss.rho() * order + 1e-9, divergence + " at order " + order);
        }
    }

    @Test
    void aValueIsExceededWithNoMoreThanTheProbabilityAsked() {
        for (long variance : new long[] {1, 9, 400}) {
            DiscreteGaussian noise = new DiscreteGaussian(Ratio.of(variance, 1));
            for (double probability : new double[] {0.3, 1e-2, 1e-6, 1e-12}) {
                long value = noise.exceededWith(probability);
                assertTrue(tail(noise, value) <= probability, variance + " at " + probability);
                assertTrue(tail(noise, value - 1) > probability, "one less is too little");
            }
        }
    }

    @Test
    void aRehearsalRepeatsItsNoiseAndARealReleaseDoesNot() {
        DiscreteGaussian noise = new DiscreteGaussian(Ratio.of(10_000, 1));
        assertArrayEquals(draws(noise, RandomBits.rehearsed(3, "a")), draws(noise, RandomBits.rehearsed(3, "a")));
        assertNotEquals(draws(noise, RandomBits.rehearsed(3, "a"))[0], draws(noise, RandomBits.rehearsed(4, "a"))[0]);
        assertTrue(IntStream.range(0, 4)
                        .mapToLong(i -> draws(noise, RandomBits.secure())[0])
                        .distinct()
                        .count()
                > 1);
    }

    @Test
    void aDoubleBecomesTheFractionThatItIs() {
        assertEquals(Ratio.of(1, 4), Ratio.of(0.25));
        assertEquals(Ratio.of(3_000_000_000L, 1), Ratio.of(3e9));
        assertEquals(BigInteger.TWO.pow(55), Ratio.of(0.1).denominator());
        assertEquals(0.1, Ratio.of(0.1).toDouble());
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> new DiscreteGaussian(Ratio.of(0, 1)));
        assertThrows(IllegalArgumentException.class, () -> new DiscreteLaplace(Ratio.of(0, 1)));
    }

    private static double tail(DiscreteGaussian noise, long least) {
        double sum = 0;
        for (long x = least + 2000; x >= least; x--) {
            sum += noise.probability(x);
        }
        return sum;
    }

    private static long[] draws(DiscreteGaussian noise, RandomBits bits) {
        return IntStream.range(0, 20).mapToLong(i -> noise.sample(bits)).toArray();
    }

    private interface Probability {
        double of(long value);
    }

    /** Pearson's χ² over the values that are expected at least ten times, and the rest; the seed is fixed, so 5σ never fails by chance. */
    private static void assertFits(Probability probability, LongUnaryOperator draw) {
        int reach = 0;
        while (probability.of(reach + 1L) * DRAWS >= 10) {
            reach++;
        }
        int[] seen = new int[2 * reach + 2];
        for (int i = 0; i < DRAWS; i++) {
            long value = draw.applyAsLong(i);
            seen[Math.abs(value) > reach ? 2 * reach + 1 : (int) value + reach]++;
        }
        double rest = DRAWS;
        double squares = 0;
        int cells = 0;
        for (int value = -reach; value <= reach; value++) {
            double expected = probability.of(value) * DRAWS;
            rest -= expected;
            squares += (seen[value + reach] - expected) * (seen[value + reach] - expected) / expected;
            cells++;
        }
        if (rest >= 1) {
            squares += (seen[2 * reach + 1] - rest) * (seen[2 * reach + 1] - rest) / rest;
            cells++;
        }
        double freedom = Math.max(1, cells - 1);
        assertTrue(
                squares < freedom + 5 * Math.sqrt(2 * freedom) + 5, "χ² of " + squares + " over " + cells + " cells");
    }
}
