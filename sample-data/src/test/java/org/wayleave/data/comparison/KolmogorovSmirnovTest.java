package org.wayleave.data.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;

class KolmogorovSmirnovTest {
    @Test
    void theDistanceIsThatOfTheDistributionFunctions() {
        assertEquals(0.5, distance(new double[] {1, 2, 3, 4}, new double[] {3, 4, 5, 6}));
        assertEquals(0.25, distance(new double[] {1, 2, 3, 4}, new double[] {2, 3, 4, 5}));
        assertEquals(1, distance(new double[] {1}, new double[] {2, 3}));
        assertEquals(0.6, distance(new double[] {10, 20, 30, 40, 50}, new double[] {35, 45}), 1e-15);
    }

    @Test
    void repeatedValuesStepTogether() {
        assertEquals(1 / 3.0, distance(new double[] {1, 1, 2}, new double[] {1, 2, 2}), 1e-15);
        assertEquals(0, distance(new double[] {1, 2, 2}, new double[] {2, 2, 1, 2, 1, 2}));
        assertEquals(0, distance(new double[] {0.0, -0.0}, new double[] {-0.0}));
    }

    @Test
    void infinitiesAreValuesAndNanIsRefused() {
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(0.5, distance(new double[] {-infinite, infinite}, new double[] {-infinite}));
        double[] missing = {1, Double.NaN};
        assertThrows(IllegalArgumentException.class, () -> distance(missing, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> distance(new double[] {1}, new double[0]));
    }

    @Test
    void theDistanceIsWhatCountingAtEveryValueGives() {
        for (int seed = 0; seed < 200; seed++) {
            double[] a = sample(seed, 1);
            double[] b = sample(seed, 2);
            double[] before = a.clone();
            double counted = 0;
            for (double value : IntStream.range(0, 12).asDoubleStream().toArray()) {
                counted = Math.max(counted, Math.abs(shareUpTo(a, value) - shareUpTo(b, value)));
            }
            assertEquals(counted, distance(a, b), 1e-15, "seed " + seed);
            assertEquals(distance(a, b), distance(b, a), "seed " + seed);
            assertArrayEquals(before, a, "the sample stays as it is");
        }
    }

    private static double distance(double[] first, double[] second) {
        return KolmogorovSmirnov.distance(first, second);
    }

    private static double[] sample(long seed, int which) {
        long key = Draws.subKey(seed, which);
        return IntStream.range(0, 1 + Draws.below(key, 0, 40))
                .mapToDouble(i -> Draws.below(key, i + 1, 12))
                .toArray();
    }

    private static double shareUpTo(double[] sample, double most) {
        return (double) Arrays.stream(sample).filter(value -> value <= most).count() / sample.length;
    }
}
