package org.wayleave.data.privacy;

import java.math.BigInteger;

/**
 * Whole-number noise with probability proportional to exp(−x² / 2σ²), drawn exactly (Algorithm 3 of Canonne, Kamath and
 * Steinke, "The discrete Gaussian for differential privacy", NeurIPS 2020). Added to a vector of whole numbers that one person
 * changes by at most Δ in Euclidean length, it is Δ² / 2σ² zero-concentrated differentially private (their Theorem 14).
 */
public final class DiscreteGaussian {
    /** Standard deviations beyond which the probability is less than a double can add to 1. */
    private static final double FAR = 40;

    private final Ratio variance;

    /**
     * Makes the distribution.
     *
     * @param variance σ², above 0; the variance of the draws is at most that
     */
    public DiscreteGaussian(Ratio variance) {
        if (variance.numerator().signum() == 0) {
            throw new IllegalArgumentException("the variance of noise must be above 0");
        }
        this.variance = variance;
    }

    /** Returns σ². */
    public Ratio variance() {
        return variance;
    }

    /** Returns one draw. */
    public long sample(RandomBits bits) {
        ExactCoin coin = new ExactCoin(bits);
        BigInteger n = variance.numerator();
        BigInteger d = variance.denominator();
        BigInteger t = variance.floorOfRoot().add(BigInteger.ONE);
        DiscreteLaplace proposal = new DiscreteLaplace(new Ratio(t, BigInteger.ONE));
        BigInteger td = t.multiply(d);
        BigInteger below = n.multiply(d).multiply(t).multiply(t).shiftLeft(1);
        while (true) {
            BigInteger candidate = proposal.sample(coin);
            // (|candidate| − σ²/t)² / 2σ² over one denominator
            BigInteger distance = candidate.abs().multiply(td).subtract(n);
            if (coin.exponential(distance.multiply(distance), below)) {
                return candidate.longValueExact();
            }
        }
    }

    /** The probability of a value. */
    public double probability(long value) {
        return weight(value) / total();
    }

    /**
     * The smallest value that a draw reaches with at most a given probability.
     *
     * @param probability above 0, below 0.5
     */
    public long exceededWith(double probability) {
        double most = probability * total();
        double sum = 0;
        long value = farthest();
        while (value > 0) {
            sum += weight(value);
            if (sum > most) {
                return value + 1;
            }
            value--;
        }
        throw new IllegalArgumentException("a probability of " + probability + " is not between 0 and a half");
    }

    private double weight(long value) {
        return Math.exp(-(double) value * value / (2 * variance.toDouble()));
    }

    private double total() {
        double sum = 0;
        for (long value = farthest(); value > 0; value--) {
            sum += weight(value);
        }
        return 1 + 2 * sum;
    }

    private long farthest() {
        return (long) Math.ceil(FAR * Math.sqrt(variance.toDouble())) + 1;
    }
}
