package org.wayleave.data.privacy;

import java.math.BigInteger;

/**
 * Whole-number noise with probability proportional to exp(−|x| / scale), drawn exactly (Algorithm 2 of Canonne, Kamath and
 * Steinke 2020). Added to a whole number that one person changes by at most Δ it is (Δ / scale)-differentially private.
 */
public final class DiscreteLaplace {
    private final Ratio scale;

    /**
     * Makes the distribution.
     *
     * @param scale above 0
     */
    public DiscreteLaplace(Ratio scale) {
        if (scale.numerator().signum() == 0) {
            throw new IllegalArgumentException("the scale of noise must be above 0");
        }
        this.scale = scale;
    }

    /** Returns one draw. */
    public long sample(RandomBits bits) {
        return sample(new ExactCoin(bits)).longValueExact();
    }

    BigInteger sample(ExactCoin coin) {
        // The number of steps of size 1 / numerator is geometric; denominator of them make one whole step.
        BigInteger n = scale.numerator();
        while (true) {
            BigInteger rest = coin.below(n);
            if (!coin.exponential(rest, n)) {
                continue;
            }
            BigInteger wholes = BigInteger.ZERO;
            while (coin.exponential(BigInteger.ONE, BigInteger.ONE)) {
                wholes = wholes.add(BigInteger.ONE);
            }
            BigInteger size = wholes.multiply(n).add(rest).divide(scale.denominator());
            boolean negative = coin.fair();
            // Zero would otherwise be drawn twice as often, once with either sign.
            if (!(negative && size.signum() == 0)) {
                return negative ? size.negate() : size;
            }
        }
    }

    /** The probability of a value. */
    public double probability(long value) {
        double decay = Math.exp(-1 / scale.toDouble());
        return (1 - decay) / (1 + decay) * Math.exp(-Math.abs((double) value) / scale.toDouble());
    }
}
