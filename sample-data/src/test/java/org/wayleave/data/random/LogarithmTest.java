package org.wayleave.data.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogarithmTest {
    @Test
    void itAgreesWithTheExactLogarithmOverTheWholeInterval() {
        for (int i = 0; i < 500_000; i++) {
            double x = i % 2 == 0
                    ? Draws.uniform(17, i)
                    : StrictMath.scalb(Draws.uniform(18, i), -(int) (52 * Draws.uniform(19, i)));
            near(x);
        }
        for (double x : new double[] {0x1p-54, 0x1p-53, 0.5, 1 - 0x1p-8, 1 - 0x1p-9, 1 - 0x1p-30, 1 - 0x1p-53}) {
            near(x);
        }
        assertEquals(0, Logarithm.ofUnit(1), 0);
    }

    @Test
    void itRisesFromNumberToNumber() {
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= 200_000; i++) {
            double now = Logarithm.ofUnit(i / 200_000.0);
            assertTrue(now > last, "at " + i);
            last = now;
        }
    }

    private static void near(double x) {
        double exact = StrictMath.log(x);
        assertEquals(exact, Logarithm.ofUnit(x), 1e-13 * Math.abs(exact), "of " + x);
    }
}
