package org.wayleave.data.privacy;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact number of zero or more, in lowest terms.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record Ratio(BigInteger numerator, BigInteger denominator) {
    /** Brings the number into lowest terms. */
    public Ratio {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("a ratio of " + numerator + " to " + denominator + " is not at least 0");
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** The number {@code numerator / denominator}. */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The number that a double is exactly, which is always a fraction with a power of two below. */
    public static Ratio of(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.scale() <= 0
                ? new Ratio(exact.toBigIntegerExact(), BigInteger.ONE)
                : new Ratio(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
    }

    /** The nearest double. */
    public double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }

    /** The whole part of the square root. */
    BigInteger floorOfRoot() {
        return numerator.divide(denominator).sqrt();
    }
}
