package org.wayleave.engine.builtin.template;

import java.math.BigInteger;
import java.util.Locale;
import org.wayleave.engine.builtin.BuiltinException;

/** The numbers of a template, in Go's notation. */
final class TemplateNumbers {
    private TemplateNumbers() {}

    /**
     * The number of a character constant.
     *
     * @throws BuiltinException when it is not one character
     */
    static TemplateValue character(String text) {
        if (text.codePointCount(0, text.length()) != 1) {
            throw TemplateParser.bad("malformed character constant: '" + text + "'");
        }
        return new TemplateValue.Whole(text.codePointAt(0));
    }

    /**
     * A whole number, decimal or with the base in front, or one with a fraction or an exponent.
     *
     * @throws BuiltinException when it is none, is imaginary or does not fit 64 bits
     */
    static TemplateValue number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean negative = lower.startsWith("-");
        String plain = lower.startsWith("+") || negative ? lower.substring(1) : lower;
        boolean prefixed = plain.matches("0[xob].*");
        boolean real = plain.startsWith("0x") ? plain.contains("p") : !prefixed && plain.matches(".*[.e].*");
        boolean underscored = plain.startsWith("_") || plain.endsWith("_") || plain.contains("__");
        if (lower.endsWith("i") || underscored) {
            throw TemplateParser.bad("bad number syntax: \"" + text + "\"");
        }
        String digits = plain.replace("_", "");
        try {
            if (real) {
                double value = Double.parseDouble(digits);
                if (!Double.isFinite(value)) {
                    throw TemplateParser.bad("bad number syntax: \"" + text + "\"");
                }
                return new TemplateValue.Real(negative ? -value : value);
            }
            int radix = plain.startsWith("0x") ? 16 : plain.startsWith("0b") ? 2 : plain.startsWith("0") ? 8 : 10;
            String body = prefixed ? digits.substring(2) : digits;
            BigInteger value = new BigInteger(body, radix);
            return new TemplateValue.Whole((negative ? value.negate() : value).longValueExact());
        } catch (NumberFormatException e) {
            throw TemplateParser.bad("bad number syntax: \"" + text + "\"");
        } catch (ArithmeticException e) {
            throw TemplateParser.bad(text + " overflows int");
        }
    }
}
