package org.wayleave.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void quantilesInterpolateBetweenOrderStatistics() {
        Distribution spread = Distribution.of(4, 1, 3, 2);
        assertEquals(1, spread.least());
        assertEquals(1.15, spread.low(), 1e-12);
        assertEquals(2.5, spread.median());
        assertEquals(3.85, spread.high(), 1e-12);
        assertEquals(4, spread.most());
        assertEquals(2.5, spread.mean());
    }

    @Test
    void onlyWhatLiesBeyondTheOuterFencesIsFarOut() {
        double[] numbers = IntStream.rangeClosed(1, 101).asDoubleStream().toArray();
        assertEquals(0, Distribution.of(numbers).outliers());
        // Quartiles 26 and 76: the fences are -124 and 226.
        numbers[0] = -125;
        numbers[100] = 226;
        Distribution spread = Distribution.of(numbers);
        assertEquals(-124, spread.lowFence());
        assertEquals(226, spread.highFence());
        assertEquals(1, spread.outliers());
    }

    @Test
    void nothingHasNoDistribution() {
        assertThrows(IllegalArgumentException.class, Distribution::of);
    }
}
