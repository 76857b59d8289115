package org.wayleave.engine.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.wayleave.engine.value.RegoNumber;

/**
 * Binary floating point with a 64-bit significand, rounding half to even: what Rego's arithmetic uses for numbers that
 * are not whole. A value is {@code significand · 2^exponent}; zero keeps its sign.
 *
 * @param precision bits that results are rounded to: at least 64, but 53 for products of many numbers
 */
record BinaryFloat(BigInteger significand, int exponent, boolean negativeZero, int precision) {
    private static final int PRECISION = 64;
    private static final int DOUBLE_PRECISION = 53;
    private static final BinaryFloat ZERO = new BinaryFloat(BigInteger.ZERO, 0, false, PRECISION);

    static BinaryFloat of(RegoNumber n) {
        BigDecimal d = n.decimal();
        if (d.signum() == 0) {
            return n.toString().startsWith("-") ? ZERO.negate() : ZERO;
        }
        if (d.scale() <= 0) {
            return rounded(d.toBigInteger(), 0, false, PRECISION);
        }
        return quotient(d.unscaledValue(), BigInteger.TEN.pow(d.scale()), 0);
    }

    /** A whole number, held exactly. */
    static BinaryFloat whole(BigInteger i) {
        return i.signum() == 0 ? ZERO : rounded(i, 0, false, Math.max(PRECISION, i.bitLength()));
    }

    private static BinaryFloat rounded(BigInteger significand, int exponent, boolean sticky, int precision) {
        if (significand.signum() == 0) {
            return ZERO;
        }
        BigInteger magnitude = significand.abs();
        int excess = magnitude.bitLength() - precision;
        if (excess <= 0) {
            return new BinaryFloat(significand, exponent, false, precision);
        }
        BigInteger kept = magnitude.shiftRight(excess);
        boolean half = magnitude.testBit(excess - 1);
        boolean below = sticky || magnitude.getLowestSetBit() < excess - 1;
        if (half && (below || kept.testBit(0))) {
            kept = kept.add(BigInteger.ONE);
        }
        return new BinaryFloat(significand.signum() < 0 ? kept.negate() : kept, exponent + excess, false, precision);
    }

    private static BinaryFloat quotient(BigInteger a, BigInteger b, int exponent) {
        int shift = Math.max(0, PRECISION + 2 - (a.bitLength() - b.bitLength()));
        BigInteger[] parts = a.abs().shiftLeft(shift).divideAndRemainder(b.abs());
        boolean sticky = parts[1].signum() != 0;
        // A sticky bit below the quotient keeps the rounding right.
        BigInteger q = parts[0].shiftLeft(1);
        if (sticky) {
            q = q.setBit(0);
        }
        return rounded(a.signum() * b.signum() < 0 ? q.negate() : q, exponent - shift - 1, sticky, PRECISION);
    }

    boolean isZero() {
        return significand.signum() == 0;
    }

    boolean isNegative() {
        return negativeZero || significand.signum() < 0;
    }

    BinaryFloat negate() {
        return new BinaryFloat(significand.negate(), exponent, isZero() && !negativeZero, precision);
    }

    BinaryFloat abs() {
        return isNegative() ? negate() : this;
    }

    BinaryFloat plus(BinaryFloat b) {
        if (isZero() && b.isZero()) {
            return negativeZero && b.negativeZero ? this : ZERO;
        }
        int e = Math.min(isZero() ? b.exponent : exponent, b.isZero() ? exponent : b.exponent);
        BigInteger sum = (isZero() ? BigInteger.ZERO : significand.shiftLeft(exponent - e))
                .add(b.isZero() ? BigInteger.ZERO : b.significand.shiftLeft(b.exponent - e));
        return rounded(sum, e, false, Math.max(precision, b.precision));
    }

    BinaryFloat minus(BinaryFloat b) {
        return plus(b.negate());
    }

    BinaryFloat times(BinaryFloat b) {
        if (isZero() || b.isZero()) {
            return isNegative() == b.isNegative() ? ZERO : ZERO.negate();
        }
        return rounded(
                significand.multiply(b.significand), exponent + b.exponent, false, Math.max(precision, b.precision));
    }

    /** The product with the precision of a double: what Rego's {@code product} keeps of numbers that are not whole. */
    BinaryFloat timesAsDouble(BinaryFloat b) {
        if (isZero() || b.isZero()) {
            return times(b);
        }
        return rounded(significand.multiply(b.significand), exponent + b.exponent, false, DOUBLE_PRECISION);
    }

    BinaryFloat dividedBy(BinaryFloat b) {
        if (isZero()) {
            return isNegative() == b.isNegative() ? ZERO : ZERO.negate();
        }
        return quotient(significand, b.significand, exponent - b.exponent);
    }

    /** The whole part, the fraction cut off. */
    BigInteger truncated() {
        if (exponent >= 0) {
            return significand.shiftLeft(exponent);
        }
        BigInteger magnitude = significand.abs().shiftRight(-exponent);
        return significand.signum() < 0 ? magnitude.negate() : magnitude;
    }

    boolean isWhole() {
        return exponent >= 0 || isZero() || significand.abs().getLowestSetBit() >= -exponent;
    }

    private static BigDecimal exact(BigInteger significand, int exponent) {
        return exponent >= 0
                ? new BigDecimal(significand.shiftLeft(exponent))
                : new BigDecimal(significand.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
    }

    /** The number that prints with the fewest digits that still read back as this value. */
    RegoNumber toNumber() {
        if (isZero()) {
            return negativeZero ? RegoNumber.parse("-0") : RegoNumber.of(0);
        }
        boolean negative = significand.signum() < 0;
        BigInteger m = significand.abs();
        int e = exponent;
        int widen = precision - m.bitLength();
        if (widen > 0) {
            m = m.shiftLeft(widen);
            e -= widen;
        }
        m = m.shiftLeft(1);
        e--;
        boolean even = !m.testBit(1);
        Digits shortest = Digits.of(exact(m, e))
                .shortestBetween(
                        Digits.of(exact(m.subtract(BigInteger.ONE), e)),
                        Digits.of(exact(m.add(BigInteger.ONE), e)),
                        even);
        String text = (negative ? "-" : "") + (isWhole() ? shortest.plain() : shortest.general(6));
        return RegoNumber.of(new BigDecimal(text), text);
    }
}
