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
     * A whole number, decimal or with the base in front, one with a fraction or an exponent, or a complex one.
     *
     * @throws BuiltinException when it is none or does not fit 64 bits
     */
    static TemplateValue number(String text) {
        return text.endsWith("i") ? complex(text) : real(text);
    }

    /** The sum of a real number and an imaginary one, or the latter alone; both are read as doubles. */
    private static TemplateValue complex(String text) {
        String lower = text.substring(0, text.length() - 1).toLowerCase(Locale.ROOT);
        int middle = lower.length() - 1;
        while (middle > 0 && !(isSign(lower.charAt(middle)) && !isExponent(lower, middle - 1))) {
            middle--;
        }
        double first = middle == 0 ? 0 : floating(text, lower.substring(0, middle));
        return new TemplateValue.Complex(first, floating(text, lower.substring(middle)));
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static boolean isExponent(String text, int at) {
        return text.charAt(at) == 'e' || text.charAt(at) == 'p';
    }

    private static double floating(String all, String part) {
        boolean hexadecimal = part.matches("[+-]?0x.*");
        if (part.matches("[+-]?0[ob].*")
                || (hexadecimal && !part.contains("p"))
                || !(hexadecimal || part.matches("[^xp]*"))
                || isBadlyUnderscored(part)) {
            throw syntax(all);
        }
        return parsed(all, part.replace("_", ""));
    }

    private static boolean isBadlyUnderscored(String digits) {
        return digits.matches(".*([^0-9a-fx]_|_[^0-9a-f]).*|_.*|.*_");
    }

    private static BuiltinException syntax(String text) {
        return TemplateParser.bad("bad number syntax: \"" + text + "\"");
    }

    private static double parsed(String text, String digits) {
        try {
            double value = Double.parseDouble(digits);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw syntax(text);
        }
        throw syntax(text);
    }

    private static TemplateValue real(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean negative = lower.startsWith("-");
        String plain = lower.startsWith("+") || negative ? lower.substring(1) : lower;
        boolean prefixed = plain.matches("0[xob].*");
        boolean real = plain.startsWith("0x") ? plain.contains("p") : !prefixed && plain.matches(".*[.e].*");
        if (isBadlyUnderscored(plain)) {
            throw syntax(text);
        }
        String digits = plain.replace("_", "");
        if (real) {
            double value = parsed(text, digits);
            return new TemplateValue.Real(negative ? -value : value);
        }
        try {
            int radix = plain.startsWith("0x") ? 16 : plain.startsWith("0b") ? 2 : plain.startsWith("0") ? 8 : 10;
            String body = prefixed ? digits.substring(2) : digits;
            BigInteger value = new BigInteger(body, radix);
            return new TemplateValue.Whole((negative ? value.negate() : value).longValueExact());
        } catch (NumberFormatException e) {
            throw syntax(text);
        } catch (ArithmeticException e) {
            throw TemplateParser.bad(text + " overflows int");
        }
    }
}
