package org.wayleave.engine.builtin.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.wayleave.engine.builtin.Digits;

/** Doubles by the verbs {@code b e E f F g G v x X}. */
final class FloatPrinter {
    private static final int USUAL_DECIMALS = 6;
    private static final int MANTISSA_BITS = 52;
    private static final int HEX_DIGITS = MANTISSA_BITS / 4;
    private static final long HIDDEN_BIT = 1L << MANTISSA_BITS;

    private final FormatOutput out;

    FloatPrinter(FormatOutput out) {
        this.out = out;
    }

    static boolean isVerb(int verb) {
        return "vbgGxXfFeE".indexOf(verb) >= 0;
    }

    /** Appends a number, with the sign, the digits and the padding that the directive asks for. */
    void print(double d, int verb) {
        boolean negative = d < 0 || (d == 0 && 1 / d < 0);
        char sign = negative ? '-' : out.space && !out.plus ? ' ' : '+';
        String number = number(Math.abs(d), verb);
        if (out.sharp && verb != 'b') {
            number = withPoint(number, verb);
        }
        if (!out.plus && sign == '+') {
            out.padded(number);
        } else if (out.padsWithZeros() && out.width > number.length() + 1) {
            out.append(sign);
            out.padding(out.width - number.length() - 1);
            out.append(number);
        } else {
            out.padded(sign + number);
        }
    }

    private String number(double d, int verb) {
        int precision = out.precision;
        String lower = switch (verb) {
            case 'v', 'g', 'G' -> general(d, precision);
            case 'e', 'E' -> scientific(d, precision < 0 ? USUAL_DECIMALS : precision);
            case 'b' -> binary(d);
            case 'x', 'X' -> hexadecimal(d, precision);
            default ->
                new BigDecimal(d)
                        .setScale(precision < 0 ? USUAL_DECIMALS : precision, RoundingMode.HALF_EVEN)
                        .toPlainString();
        };
        return verb == 'E' || verb == 'G' || verb == 'X' ? lower.toUpperCase(Locale.ROOT) : lower;
    }

    private static String general(double d, int precision) {
        if (d == 0) {
            return "0";
        }
        if (precision < 0) {
            return Digits.of(new BigDecimal(Double.toString(d))).general(USUAL_DECIMALS);
        }
        int most = Math.max(1, precision);
        Digits digits = Digits.of(new BigDecimal(d).round(new MathContext(most, RoundingMode.HALF_EVEN)));
        int count = digits.digits().length();
        return digits.general(most > count && count >= digits.point() ? count : most);
    }

    private static String scientific(double d, int decimals) {
        if (d == 0) {
            return new Digits("0", 1).scientific(decimals);
        }
        return Digits.of(new BigDecimal(d).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN)))
                .scientific(decimals);
    }

    private static String binary(double d) {
        long mantissa = mantissa(d);
        int power = Math.max(exponent(d), 1) - Double.MAX_EXPONENT - MANTISSA_BITS;
        return mantissa + "p" + (power < 0 ? "" : "+") + power;
    }

    private static int exponent(double d) {
        return (int) (Double.doubleToRawLongBits(d) >>> MANTISSA_BITS);
    }

    private static long mantissa(double d) {
        long bits = Double.doubleToRawLongBits(d) & (HIDDEN_BIT - 1);
        return exponent(d) == 0 ? bits : bits | HIDDEN_BIT;
    }

    /** The mantissa as {@code 1.} and hexadecimal digits, all of them or as many as asked for. */
    private static String hexadecimal(double d, int precision) {
        long mantissa = mantissa(d);
        int power = d == 0 ? 0 : Math.max(exponent(d), 1) - Double.MAX_EXPONENT;
        while (d != 0 && mantissa < HIDDEN_BIT) {
            mantissa <<= 1;
            power--;
        }
        if (precision >= 0 && precision < HEX_DIGITS) {
            int dropped = 4 * (HEX_DIGITS - precision);
            long rest = mantissa & ((1L << dropped) - 1);
            mantissa >>= dropped;
            long half = 1L << (dropped - 1);
            if (rest > half || (rest == half && (mantissa & 1) == 1)) {
                mantissa++;
            }
            mantissa <<= dropped;
            if (mantissa >= HIDDEN_BIT << 1) {
                mantissa >>= 1;
                power++;
            }
        }
        String hex = String.format(Locale.ROOT, "%013x", mantissa & (HIDDEN_BIT - 1));
        String digits = precision < 0
                ? hex.replaceFirst("0+$", "")
                : precision <= HEX_DIGITS ? hex.substring(0, precision) : hex + "0".repeat(precision - HEX_DIGITS);
        int size = Math.abs(power);
        return "0x" + (mantissa >> MANTISSA_BITS) + (digits.isEmpty() ? "" : "." + digits) + "p"
                + (power < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    /** With a decimal point whatever comes, and with zeros up to the precision of {@code g} and {@code x}. */
    private String withPoint(String number, int verb) {
        int end = number.length();
        int zeros = "vgGx".indexOf(verb) >= 0 ? (out.precision < 0 ? USUAL_DECIMALS : out.precision) : 0;
        boolean point = false;
        boolean significant = false;
        for (int i = 0; i < end; i++) {
            char c = Character.toLowerCase(number.charAt(i));
            if (c == 'p' || (c == 'e' && verb != 'x' && verb != 'X')) {
                end = i;
            } else if (c == '.') {
                point = true;
            } else {
                significant |= c != '0';
                zeros -= significant ? 1 : 0;
            }
        }
        String mantissa = number.substring(0, end);
        if (!point) {
            zeros -= mantissa.equals("0") ? 1 : 0;
            mantissa += ".";
        }
        return mantissa + "0".repeat(Math.max(0, zeros)) + number.substring(end);
    }
}
