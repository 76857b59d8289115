package org.wayleave.engine.builtin;

import java.math.BigDecimal;

/** Floating-point numbers with the shortest digits that read back, laid out as Go's writers lay them out. */
public final class GoFloats {
    private GoFloats() {}

    /** As {@code strconv} does it by 'g' with all digits: an exponent below 1e-4 and from 1e6 up. */
    public static String general(double value) {
        return laidOut(Double.toString(value), -4, 6, true);
    }

    /** An exact number laid out as {@link #general(double)} lays out. */
    public static String general(BigDecimal value) {
        return laidOut(value.toString(), -4, 6, true);
    }

    /** {@link #general(double)} with the digits of single precision. */
    public static String general(float value) {
        return laidOut(Float.toString(value), -4, 6, true);
    }

    /** As {@code encoding/json} does it: an exponent below 1e-6 and from 1e21 up, without a leading zero. */
    public static String json(double value) {
        return laidOut(Double.toString(value), -6, 21, false);
    }

    private static String laidOut(String shortest, int low, int high, boolean twoDigits) {
        BigDecimal d = new BigDecimal(shortest);
        if (d.signum() == 0) {
            return shortest.startsWith("-") ? "-0" : "0";
        }
        String digits = d.unscaledValue().abs().toString().replaceAll("0+$", "");
        int exponent = d.precision() - d.scale() - 1;
        if (exponent >= low && exponent < high) {
            return d.stripTrailingZeros().toPlainString();
        }
        String power = Integer.toString(Math.abs(exponent));
        return (d.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (twoDigits && power.length() < 2 ? "0" : "")
                + power;
    }
}
