package org.wayleave.data.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int N = 100_000;

    @Test
    void theSameKeyAndCounterGiveTheSameNumber() {
        assertEquals(Draws.uniform(1, 2, 3, 4, 5), Draws.uniform(1, 2, 3, 4, 5));
    }

    @Test
    void everyPartOfTheKeyMatters() {
        double reference = Draws.uniform(1, 2, 3, 4, 5);
        assertNotEquals(reference, Draws.uniform(2, 2, 3, 4, 5));
        assertNotEquals(reference, Draws.uniform(1, 3, 3, 4, 5));
        assertNotEquals(reference, Draws.uniform(1, 2, 4, 4, 5));
        assertNotEquals(reference, Draws.uniform(1, 2, 3, 5, 5));
        assertNotEquals(reference, Draws.uniform(1, 2, 3, 4, 6));
        assertNotEquals(Draws.uniform(1, 2, 3, 4, 5), Draws.uniform(1, 3, 2, 4, 5));
    }

    @Test
    void numbersAreFixedForAllTime() {
        assertEquals(-5107957109323090863L, Draws.key(42, 7, 3, 1), "a change here changes every population");
    }

    @Test
    void theNumbersOfAKeyAreThoseOfSplitMix64() {
        assertEquals(6457827717110365317L, Draws.bits(1234567, 0));
        assertEquals(3203168211198807973L, Draws.bits(1234567, 1));
    }

    @Test
    void uniformNumbersFillTheUnitIntervalEvenlyAcrossCountersPersonsAndSteps() {
        uniform(i -> Draws.uniform(9, 1, 1, 1, i));
        uniform(i -> Draws.uniform(9, i, 1, 1, 0));
        uniform(i -> Draws.uniform(9, 1, i, 1, 0));
        uniform(i -> Draws.uniform(i, 1, 1, 1, 0));
    }

    @Test
    void neighbouringNumbersAreUncorrelated() {
        uncorrelated(i -> Draws.uniform(3, 1, 1, 1, i));
        uncorrelated(i -> Draws.uniform(3, i, 1, 1, 0));
        uncorrelated(i -> Draws.uniform(3, 1, 1, i, 0));
    }

    @Test
    void aFlippedInputBitFlipsHalfOfTheOutputBits() {
        for (int bit = 0; bit < 64; bit++) {
            long flipped = 0;
            for (int i = 0; i < 400; i++) {
                long input = Draws.bits(77, i);
                flipped += Long.bitCount(Draws.mix(input) ^ Draws.mix(input ^ (1L << bit)));
            }
            assertEquals(32, flipped / 400.0, 1.2, "bit " + bit);
        }
    }

    @Test
    void normalNumbersHaveTheMomentsAndTailsOfTheNormal() {
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        int beyondTwo = 0;
        for (int i = 0; i < N; i++) {
            double x = Draws.normal(5, 1, 1, 1, i);
            sum += x;
            squares += x * x;
            fourth += x * x * x * x;
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }
        assertEquals(0, sum / N, 0.012);
        assertEquals(1, squares / N, 0.018);
        assertEquals(3, fourth / N, 0.12);
        assertEquals(0.0455, (double) beyondTwo / N, 0.0026);
    }

    @Test
    void theNormalQuantileHasKnownValues() {
        assertEquals(0, Normal.quantile(0.5));
        assertEquals(1.959963984540054, Normal.quantile(0.975), 1e-14);
        assertEquals(-2.326347874040841, Normal.quantile(0.01), 1e-14);
        assertEquals(-4.7534243088229, Normal.quantile(1e-6), 1e-12);
        assertEquals(-9.26234008979841, Normal.quantile(1e-20), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
    }

    @Test
    void exponentialNumbersHaveTheirMean() {
        assertEquals(7, mean(i -> Draws.exponential(5, 1, 1, 2, i, 7)), 0.09);
    }

    @Test
    void poissonCountsHaveTheirMeanAndVariance() {
        for (double expected : new double[] {0.1, 2.5, 40}) {
            double mean = mean(i -> Draws.poisson(5, 1, 1, 3, i, expected));
            double square = mean(i -> Math.pow(Draws.poisson(5, 1, 1, 3, i, expected), 2));
            assertEquals(expected, mean, 4 * Math.sqrt(expected / N));
            assertEquals(expected, square - mean * mean, 0.03 * expected + 0.005);
        }
        assertThrows(IllegalArgumentException.class, () -> Draws.poisson(1, 0, -1));
    }

    @Test
    void geometricCountsHaveTheirMean() {
        assertEquals(1.3, mean(i -> Draws.geometric(8, i, 1 / 2.3)), 0.025);
        assertEquals(0, Draws.geometric(8, 1, 1));
    }

    @Test
    void gammaNumbersHaveTheirMeanAndVarianceAlsoBelowShapeOne() {
        for (double shape : new double[] {0.2, 0.9, 1, 4}) {
            double mean = mean(i -> Draws.gamma(Draws.subKey(8, i), 0, shape));
            double square = mean(i -> Math.pow(Draws.gamma(Draws.subKey(8, i), 0, shape), 2));
            assertEquals(shape, mean, 4.5 * Math.sqrt(shape / N));
            assertEquals(shape, square - mean * mean, 0.05 * shape + 0.005);
        }
    }

    @Test
    void categoriesAreDrawnByTheirShares() {
        int[] counts = new int[3];
        for (int i = 0; i < N; i++) {
            counts[Draws.categorical(4, 1, 1, 1, i, new double[] {0.2, 0.9, 1})]++;
        }
        assertEquals(0.2, (double) counts[0] / N, 0.005);
        assertEquals(0.7, (double) counts[1] / N, 0.006);
        assertEquals(0.1, (double) counts[2] / N, 0.004);
    }

    @Test
    void boundedIntegersStayInTheirRangeAndAreEven() {
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[Draws.below(11, i, 7)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    private static double mean(IntToDoubleFunction draw) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += draw.applyAsDouble(i);
        }
        return sum / N;
    }

    /** Chi-square over 100 cells; 99 degrees of freedom give more than 160 once in 10,000 times, less than 50 as seldom. */
    private static void uniform(IntToDoubleFunction draw) {
        int[] cells = new int[100];
        for (int i = 0; i < N; i++) {
            double u = draw.applyAsDouble(i);
            assertTrue(u > 0 && u < 1);
            cells[(int) (u * 100)]++;
        }
        double chi = 0;
        for (int cell : cells) {
            chi += Math.pow(cell - N / 100.0, 2) / (N / 100.0);
        }
        assertTrue(chi > 50 && chi < 160, "chi-square " + chi);
    }

    private static void uncorrelated(IntToDoubleFunction draw) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += (draw.applyAsDouble(i) - 0.5) * (draw.applyAsDouble(i + 1) - 0.5) * 12;
        }
        assertEquals(0, sum / N, 4 / Math.sqrt(N));
    }
}
