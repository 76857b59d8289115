package org.wayleave.journey.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HoldoutEffectTest {

    @Test
    void theIntervalIsThatOfWelch() {
        HoldoutEffect effect = HoldoutEffect.of(of(27.5, 21.0, 19.0, 23.6, 17.0, 17.9), of(27.1, 22.0, 20.8, 23.4))
                .orElseThrow();
        double variance = 15.768 / 6 + 7.4825 / 4;
        double degrees = variance * variance / (Math.pow(15.768 / 6, 2) / 5 + Math.pow(7.4825 / 4, 2) / 3);
        assertEquals(21.0 - 23.325, effect.estimate(), 1e-12);
        assertEquals(7.92, degrees, 0.05);
        // Quantile of Student's t at 0.975 for these degrees, from its distribution function by bisection.
        double half = effect.high() - effect.estimate();
        assertEquals(2.31, half / Math.sqrt(variance), 0.01);
        assertEquals(effect.estimate() - half, effect.low(), 1e-12);
    }

    @Test
    void theIntervalHoldsTheTrueEffectInNineteenOfTwentyTrials() {
        Random random = new Random(5);
        int covered = 0;
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            Moments treated = new Moments();
            Moments held = new Moments();
            for (int i = 0; i < 300; i++) {
                treated.add(1.5 + 3 * random.nextGaussian());
                if (i < 30) {
                    held.add(1 + random.nextGaussian());
                }
            }
            if (HoldoutEffect.of(treated, held).orElseThrow().covers(0.5)) {
                covered++;
            }
        }
        assertTrue(covered > 925 && covered < 972, "covered " + covered);
    }

    @Test
    void joiningPartsIsTheSameAsAddingAll() {
        Random random = new Random(6);
        Moments whole = new Moments();
        Moments joined = new Moments();
        for (int part = 0; part < 20; part++) {
            Moments moments = new Moments();
            for (int i = 0; i < part * 7; i++) {
                double value = 100 + random.nextGaussian();
                whole.add(value);
                moments.add(value);
            }
            joined.addAll(moments);
        }
        assertEquals(whole.count(), joined.count());
        assertEquals(whole.mean(), joined.mean(), 1e-10);
        assertEquals(whole.variance(), joined.variance(), 1e-10);
    }

    @Test
    void anArmOfOneSaysNothing() {
        assertTrue(HoldoutEffect.of(of(1, 2, 3), of(1)).isEmpty());
    }

    private static Moments of(double... values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }
}
