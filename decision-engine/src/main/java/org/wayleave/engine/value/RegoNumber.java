package org.wayleave.engine.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number: a {@code long} where it is one, otherwise an exact decimal. {@code 1}, {@code 1.0} and {@code 1e0} are
 * equal, yet each keeps the text it was written with, because OPA prints numbers as they were written.
 */
public final class RegoNumber implements RegoValue {
    /** 2^100,000 in decimal digits, OPA's own bound: expanding larger numbers could fill memory. */
    private static final int LARGEST_EXPONENT = 30_103;

    private static final int CACHE_LOW = -128;
    private static final int CACHE_HIGH = 1024;
    private static final RegoNumber[] CACHE = new RegoNumber[CACHE_HIGH - CACHE_LOW + 1];

    static {
        for (int i = 0; i < CACHE.length; i++) {
            CACHE[i] = new RegoNumber(i + CACHE_LOW, null, null);
        }
    }

    private final long whole;
    private final @Nullable BigDecimal exact; // null when the value is `whole`
    private final @Nullable String text; // null when it is the plain digits of `whole`

    private RegoNumber(long whole, @Nullable BigDecimal exact, @Nullable String text) {
        this.whole = whole;
        this.exact = exact;
        this.text = text;
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return it as a value of Rego
     */
    public static RegoNumber of(long value) {
        return value >= CACHE_LOW && value <= CACHE_HIGH
                ? CACHE[(int) value - CACHE_LOW]
                : new RegoNumber(value, null, null);
    }

    /**
     * A whole number of any size.
     *
     * @param value the number
     * @return it as a value of Rego
     */
    public static RegoNumber of(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? of(value.longValue())
                : new RegoNumber(0, new BigDecimal(value).stripTrailingZeros(), value.toString());
    }

    /**
     * The exact value, printed with all its digits.
     *
     * @param value the number
     * @return it as a value of Rego
     */
    public static RegoNumber of(BigDecimal value) {
        return of(value, value.toPlainString());
    }

    /**
     * The shortest decimal that reads back as this double, as JSON writers print it.
     *
     * @param value a finite double
     * @return it as a value of Rego
     */
    public static RegoNumber of(double value) {
        if (value == (long) value && Math.abs(value) < 1e18) {
            return of((long) value);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A Rego number is finite, got " + value + ".");
        }
        return of(new BigDecimal(Double.toString(value)));
    }

    /**
     * Reads a number as JSON and Rego write it, keeping its text.
     *
     * @param text a JSON number
     * @return it as a value of Rego
     * @throws NumberFormatException when the text is no number or its exponent is beyond ±30,103
     */
    public static RegoNumber parse(String text) {
        int n = text.length();
        if (n < 19 && n > 0) {
            int i = text.charAt(0) == '-' ? 1 : 0;
            long v = 0;
            boolean digits = i < n;
            for (; i < n; i++) {
                int d = text.charAt(i) - '0';
                if (d < 0 || d > 9) {
                    digits = false;
                    break;
                }
                v = v * 10 + d;
            }
            if (digits) {
                boolean negative = text.charAt(0) == '-';
                return negative && v == 0 ? new RegoNumber(0, null, text) : of(negative ? -v : v);
            }
        }
        return of(new BigDecimal(text), text);
    }

    /**
     * A number with a value and the text it prints as.
     *
     * @param value the exact value
     * @param text a JSON number
     * @return it as a value of Rego
     */
    public static RegoNumber of(BigDecimal value, String text) {
        if (value.signum() == 0) {
            return text.equals("0") ? of(0) : new RegoNumber(0, null, text);
        }
        if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
            throw new NumberFormatException("The number " + text.substring(0, Math.min(40, text.length()))
                    + " is beyond the exponents Wayleave computes with.");
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 19) {
            BigInteger integer = stripped.toBigInteger();
            if (integer.bitLength() < Long.SIZE) {
                long v = integer.longValue();
                String plain = Long.toString(v);
                return plain.equals(text) ? of(v) : new RegoNumber(v, null, text);
            }
        }
        return new RegoNumber(0, stripped, text);
    }

    /** {@return whether the value is whole and fits a {@code long}} */
    public boolean isLong() {
        return exact == null;
    }

    /** {@return whether the value has no fraction, of whatever size} */
    public boolean isWhole() {
        return exact == null || exact.scale() <= 0;
    }

    /** {@return whether the number was written with a fraction or an exponent} */
    public boolean isWrittenAsFraction() {
        return text != null && (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0);
    }

    /**
     * The value when {@link #isLong()}.
     *
     * @return the value
     * @throws ArithmeticException when it is not
     */
    public long longValue() {
        if (exact != null) {
            throw new ArithmeticException("The number " + this + " is no 64-bit integer.");
        }
        return whole;
    }

    /** {@return whether this is a {@code long} that prints as its plain digits} */
    public boolean isPlain() {
        return exact == null && text == null;
    }

    /** {@return the exact value} */
    public BigDecimal decimal() {
        return exact == null ? BigDecimal.valueOf(whole) : exact;
    }

    /** {@return the exact value of a whole number; a fraction is cut off} */
    public BigInteger integer() {
        return exact == null ? BigInteger.valueOf(whole) : exact.toBigInteger();
    }

    /** {@return the nearest double} */
    public double doubleValue() {
        return exact == null ? whole : exact.doubleValue();
    }

    @Override
    public RegoType type() {
        return RegoType.NUMBER;
    }

    @Override
    public int compareTo(RegoValue other) {
        return other instanceof RegoNumber n ? compareTo(n) : type().compareTo(other.type());
    }

    private int compareTo(RegoNumber n) {
        return exact == null && n.exact == null
                ? Long.compare(whole, n.whole)
                : decimal().compareTo(n.decimal());
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof RegoNumber n && whole == n.whole && Objects.equals(exact, n.exact));
    }

    @Override
    public int hashCode() {
        return exact == null ? Long.hashCode(whole * 0x9E3779B97F4A7C15L) : exact.hashCode();
    }

    /** The text as written, or as OPA prints a computed number. */
    @Override
    public String toString() {
        return text == null ? Long.toString(whole) : text;
    }
}
