package org.wayleave.data.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wayleave.data.comparison.DisparateImpact.Group;

class DisparateImpactTest {
    @Test
    void theRatioComparesRatesAndNotCounts() {
        DisparateImpact impact = new DisparateImpact(new Group(3, 6), new Group(40, 50));
        assertEquals(0.625, impact.ratio(), 1e-15);
        assertTrue(impact.adverse());
        assertFalse(new DisparateImpact(new Group(4, 5), new Group(7, 7)).adverse(), "four fifths exactly");
    }

    @Test
    void theIntervalIsThatOfTheLogarithmOfTheRatio() {
        DisparateImpact impact = new DisparateImpact(new Group(50, 100), new Group(80, 100));
        // The logarithm of 0.625 has the variance 0.5 / 50 + 0.2 / 80 = 0.0125.
        assertEquals(0.625 * Math.exp(-1.959963984540054 * Math.sqrt(0.0125)), impact.low(), 1e-12);
        assertEquals(0.625 * Math.exp(1.959963984540054 * Math.sqrt(0.0125)), impact.high(), 1e-12);
    }

    @Test
    void anOutcomeThatEverybodyHasLeavesNoDoubt() {
        DisparateImpact impact = new DisparateImpact(new Group(9, 9), new Group(4, 4));
        assertEquals(1, impact.ratio());
        assertEquals(1, impact.low());
        assertEquals(1, impact.high());
    }

    @Test
    void anOutcomeThatNobodyOfTheGroupHasBoundsTheRatioFromBelowOnly() {
        DisparateImpact impact = new DisparateImpact(new Group(0, 9), new Group(4, 4));
        assertEquals(0, impact.ratio());
        assertEquals(0, impact.low());
        assertEquals(Double.POSITIVE_INFINITY, impact.high());
    }

    @Test
    void countsThatGiveNoRateAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Group(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Group(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Group(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> new DisparateImpact(new Group(1, 2), new Group(0, 2)));
    }
}
