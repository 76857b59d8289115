package org.wayleave.engine.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal digits {@code 0.ddd · 10^point} of a positive number, with the layouts Go prints numbers in.
 *
 * @param digits without trailing zeros, at least one
 * @param point where the decimal point stands
 */
public record Digits(String digits, int point) {

    /** The digits of a number above zero. */
    public static Digits of(BigDecimal positive) {
        BigDecimal d = positive.stripTrailingZeros();
        String digits = d.unscaledValue().toString();
        return new Digits(digits, digits.length() - d.scale());
    }

    private int at(int i) {
        return i < digits.length() ? digits.charAt(i) - '0' : 0;
    }

    /** Cuts off digits as long as the result stays between the halfway points to the neighbours. */
    Digits shortestBetween(Digits lower, Digits upper, boolean inclusive) {
        for (int i = 0; i < digits.length(); i++) {
            int l = lower.at(i);
            int m = at(i);
            int u = upper.at(i);
            boolean down = l != m || (inclusive && i + 1 == lower.digits.length());
            boolean up = m != u && (inclusive || m + 1 < u || i + 1 < upper.digits.length());
            if (down || up) {
                BigDecimal value = value();
                RoundingMode mode = down && up ? RoundingMode.HALF_EVEN : down ? RoundingMode.DOWN : RoundingMode.UP;
                return of(value.round(new MathContext(i + 1, mode)));
            }
        }
        return this;
    }

    BigDecimal value() {
        return new BigDecimal("0." + digits).scaleByPowerOfTen(point);
    }

    /** Without an exponent. */
    String plain() {
        return plain(Math.max(digits.length() - point, 0));
    }

    /** Without an exponent and with this many decimals. */
    String plain(int decimals) {
        StringBuilder out = new StringBuilder();
        if (point <= 0) {
            out.append('0');
        } else {
            for (int i = 0; i < point; i++) {
                out.append(at(i));
            }
        }
        if (decimals > 0) {
            out.append('.');
            for (int i = 0; i < decimals; i++) {
                int place = point + i;
                out.append(place < 0 ? 0 : at(place));
            }
        }
        return out.toString();
    }

    /** With an exponent and this many decimals. */
    public String scientific(int decimals) {
        StringBuilder out = new StringBuilder().append(at(0));
        if (decimals > 0) {
            out.append('.');
            for (int i = 1; i <= decimals; i++) {
                out.append(at(i));
            }
        }
        int exponent = point - 1;
        int magnitude = Math.abs(exponent);
        return out.append('e')
                .append(exponent < 0 ? '-' : '+')
                .append(magnitude < 10 ? "0" : "")
                .append(magnitude)
                .toString();
    }

    /** With an exponent where it is below -4 or from this limit on. */
    public String general(int limit) {
        int exponent = point - 1;
        return exponent < -4 || exponent >= limit ? scientific(digits.length() - 1) : plain();
    }
}
