package org.wayleave.journey.measure;

import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The effect of a journey as a company could measure it: mean of those treated less mean of those held out, with the 95 %
 * confidence interval of Welch (Biometrika 34, 1947), which allows for unequal variances.
 *
 * @param treated people treated
 * @param held people held out
 * @param treatedMean mean outcome of those treated
 * @param heldMean mean outcome of those held out
 * @param estimate difference of the means
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record HoldoutEffect(
        long treated, long held, double treatedMean, double heldMean, double estimate, double low, double high) {

    /** The level of the interval. */
    public static final double LEVEL = 0.95;

    /** The effect; empty when an arm has fewer than two people, for then nothing can be said about its spread. */
    public static Optional<HoldoutEffect> of(Moments treated, Moments held) {
        if (treated.count() < 2 || held.count() < 2) {
            return Optional.empty();
        }
        double estimate = treated.mean() - held.mean();
        double partTreated = treated.variance() / treated.count();
        double partHeld = held.variance() / held.count();
        double variance = partTreated + partHeld;
        double half = 0;
        if (variance > 0) {
            double degrees = variance
                    * variance
                    / (partTreated * partTreated / (treated.count() - 1) + partHeld * partHeld / (held.count() - 1));
            half = new TDistribution(degrees).inverseCumulativeProbability(1 - (1 - LEVEL) / 2) * Math.sqrt(variance);
        }
        return Optional.of(new HoldoutEffect(
                treated.count(),
                held.count(),
                treated.mean(),
                held.mean(),
                estimate,
                estimate - half,
                estimate + half));
    }

    /** Whether the interval holds that effect. */
    public boolean covers(double effect) {
        return low <= effect && effect <= high;
    }
}
