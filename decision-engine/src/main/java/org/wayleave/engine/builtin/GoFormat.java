package org.wayleave.engine.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * {@code sprintf} with Go's verbs, flags, widths, precisions and argument indexes, and Go's way of showing mistakes
 * inside the text. Numbers are 64-bit integers, big integers or doubles; everything else is text.
 */
public final class GoFormat {
    private final String format;
    private final Object[] args;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;
    private boolean reordered;
    private boolean goodIndex;

    private boolean minus;
    private boolean plus;
    private boolean sharp;
    private boolean space;
    private boolean zero;
    private int width;
    private int precision;

    private GoFormat(String format, Object[] args) {
        this.format = format;
        this.args = args;
    }

    /** The text of a format and its values, with mistakes shown in it. */
    public static String format(String format, RegoArray values) {
        String plain = PlainFormat.format(format, values);
        if (plain != null) {
            return plain;
        }
        Object[] args = new Object[values.size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = argument(values.get(i));
        }
        return new GoFormat(format, args).run();
    }

    /** An argument of Go's type {@code int}, as numbers of a template are. */
    public record Int(long value) {}

    /**
     * An argument of another type than OPA's own {@code sprintf} has.
     *
     * @param type Go's name of it; a {@code bool} and {@code <nil>} have their own verbs, others are strings
     */
    public record Named(String type, String text) {}

    /** The text of a format and its values, each a {@link Double}, a string, an {@link Int} or a {@link Named}. */
    public static String formatNamed(String format, List<Object> values) {
        return new GoFormat(format, values.toArray()).run();
    }

    private static Object argument(RegoValue value) {
        if (value instanceof RegoString s) {
            return s.value();
        }
        if (!(value instanceof RegoNumber n)) {
            return value.toString();
        }
        if (n.isWrittenAsFraction()) {
            return Double.isInfinite(n.doubleValue()) ? n.toString() : (Object) n.doubleValue();
        }
        return n.isLong() ? (Object) n.longValue() : n.integer();
    }

    private String run() {
        int end = format.length();
        while (at < end) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, end);
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            directive();
        }
        if (!reordered && next < args.length) {
            out.append("%!(EXTRA ");
            for (int i = next; i < args.length; i++) {
                clear();
                out.append(i == next ? "" : ", ").append(typeName(args[i]));
                if (!typeName(args[i]).equals("<nil>")) {
                    out.append('=');
                    print(args[i], 'v');
                }
            }
            out.append(')');
        }
        return out.toString();
    }

    private void clear() {
        minus = plus = sharp = space = zero = false;
        width = precision = -1;
    }

    private void directive() {
        clear();
        goodIndex = true;
        flags();
        boolean afterIndex = index();
        if (peek() == '*') {
            at++;
            width = intArgument();
            if (width == Integer.MIN_VALUE) {
                out.append("%!(BADWIDTH)");
                width = -1;
            } else if (width < 0) {
                width = -width;
                minus = true;
                zero = false;
            }
            afterIndex = false;
        } else {
            width = digits();
            if (afterIndex && width >= 0) {
                goodIndex = false;
            }
        }
        if (peek() == '.') {
            at++;
            if (afterIndex) {
                goodIndex = false;
            }
            afterIndex = index();
            if (peek() == '*') {
                at++;
                precision = intArgument();
                if (precision < 0) {
                    if (precision == Integer.MIN_VALUE) {
                        out.append("%!(BADPREC)");
                    }
                    precision = -1;
                }
                afterIndex = false;
            } else {
                precision = Math.max(0, digits());
            }
        }
        if (!afterIndex) {
            index();
        }
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        if (verb == '%') {
            out.append('%');
        } else if (!goodIndex) {
            out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
        } else if (next >= args.length) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            print(args[next++], verb);
        }
    }

    private char peek() {
        return at < format.length() ? format.charAt(at) : 0;
    }

    private void flags() {
        for (; at < format.length(); at++) {
            switch (format.charAt(at)) {
                case '#' -> sharp = true;
                case '0' -> zero = true;
                case '+' -> plus = true;
                case '-' -> minus = true;
                case ' ' -> space = true;
                default -> {
                    return;
                }
            }
        }
    }

    /** Reads {@code [n]}; true when there was one. */
    private boolean index() {
        if (peek() != '[') {
            return false;
        }
        reordered = true;
        int close = format.indexOf(']', at);
        if (close < 0) {
            goodIndex = false;
            at++;
            return false;
        }
        String text = format.substring(at + 1, close);
        at = close + 1;
        int n = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (n < 1 || n > args.length) {
            goodIndex = false;
        } else {
            next = n - 1;
        }
        return true;
    }

    private int digits() {
        int n = -1;
        while (at < format.length() && Character.digit(format.charAt(at), 10) >= 0 && format.charAt(at) < 0x80) {
            n = Math.max(n, 0) * 10 + (format.charAt(at++) - '0');
            if (n > 1_000_000) {
                n = -1;
                break;
            }
        }
        return n;
    }

    private int intArgument() {
        Object arg = next < args.length ? args[next++] : "";
        long value = arg instanceof Long l ? l : arg instanceof Int i ? i.value() : Long.MAX_VALUE;
        if (value >= -1_000_000 && value <= 1_000_000) {
            return (int) value;
        }
        return Integer.MIN_VALUE;
    }

    private static String typeName(Object arg) {
        return switch (arg) {
            case Int i -> "int";
            case Named n -> n.type();
            case Long l -> "int64";
            case Double d -> "float64";
            case BigInteger b -> "*big.Int";
            default -> "string";
        };
    }

    private void print(Object arg, int verb) {
        if (verb == 'T') {
            text(typeName(arg));
            return;
        }
        boolean done = switch (arg) {
            case Int i -> integer(BigInteger.valueOf(i.value()), verb, true);
            case Named n -> named(n, verb);
            case Long l -> integer(BigInteger.valueOf(l), verb, true);
            case BigInteger b -> integer(b, verb, false);
            case Double d -> real(d, verb);
            default -> string((String) arg, verb);
        };
        if (!done) {
            out.append("%!").appendCodePoint(verb).append('(');
            out.append(arg instanceof BigInteger ? "big.Int" : typeName(arg)).append('=');
            if (arg instanceof BigInteger) {
                out.append(arg);
            } else {
                boolean keptSharp = sharp;
                print(arg, 'v');
                sharp = keptSharp;
            }
            out.append(')');
        }
    }

    private boolean named(Named n, int verb) {
        switch (n.type()) {
            case "bool" -> {
                if (verb != 'v' && verb != 't') {
                    return false;
                }
                text(n.text());
            }
            case "<nil>" -> {
                if (verb == 'v') {
                    text("<nil>");
                } else {
                    out.append("%!").appendCodePoint(verb).append("(<nil>)");
                }
            }
            default -> {
                return string(n.text(), verb);
            }
        }
        return true;
    }

    private boolean string(String s, int verb) {
        switch (verb) {
            case 'v' -> {
                if (sharp) {
                    text(RegoString.of(cut(s)).toString());
                } else {
                    text(cut(s));
                }
            }
            case 's' -> text(cut(s));
            case 'q' -> text(quoted(cut(s)));
            case 'x' -> hex(s, "0123456789abcdef", "0x");
            case 'X' -> hex(s, "0123456789ABCDEF", "0X");
            default -> {
                return false;
            }
        }
        return true;
    }

    private String quoted(String s) {
        if (sharp && s.indexOf('`') < 0 && s.codePoints().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7F))) {
            return '`' + s + '`';
        }
        String quoted = RegoString.of(s).toString();
        return plus ? ascii(quoted) : quoted;
    }

    private static String ascii(String quoted) {
        StringBuilder ascii = new StringBuilder();
        quoted.codePoints().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else if (c < 0x10000) {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                ascii.append(String.format(Locale.ROOT, "\\U%08x", c));
            }
        });
        return ascii.toString();
    }

    private String cut(String s) {
        return precision >= 0 && s.codePointCount(0, s.length()) > precision
                ? s.substring(0, s.offsetByCodePoints(0, precision))
                : s;
    }

    private void hex(String s, String digits, String prefix) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        int n = precision >= 0 ? Math.min(precision, bytes.length) : bytes.length;
        StringBuilder hex = new StringBuilder(sharp && !space && n > 0 ? prefix : "");
        for (int i = 0; i < n; i++) {
            if (space) {
                hex.append(i > 0 ? " " : "").append(sharp ? prefix : "");
            }
            hex.append(digits.charAt((bytes[i] >> 4) & 15)).append(digits.charAt(bytes[i] & 15));
        }
        text(hex.toString());
    }

    /** Pads text to the width; zeros pad on the left as well. */
    private void text(String s) {
        int missing = width - s.codePointCount(0, s.length());
        if (missing > 0 && !minus) {
            out.repeat(zero ? '0' : ' ', missing);
        }
        out.append(s);
        if (missing > 0 && minus) {
            out.repeat(' ', missing);
        }
    }

    private boolean integer(BigInteger n, int verb, boolean small) {
        switch (verb) {
            case 'd', 'v' -> whole(n, 10, "", false, verb == 'v');
            case 'b' -> whole(n, 2, "0b", false, false);
            case 'o' -> whole(n, 8, "0", false, false);
            case 'O' -> {
                sharp = true;
                whole(n, 8, "0o", false, false);
            }
            case 'x' -> whole(n, 16, "0x", false, false);
            case 'X' -> whole(n, 16, "0X", true, false);
            case 's' -> {
                if (small) {
                    return false;
                }
                whole(n, 10, "", false, false);
            }
            case 'c', 'q', 'U' -> {
                if (!small) {
                    return false;
                }
                character(n.longValue(), verb);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void character(long n, int verb) {
        int c = n < 0 || n > Character.MAX_CODE_POINT || (n >= 0xD800 && n < 0xE000) ? 0xFFFD : (int) n;
        switch (verb) {
            case 'c' -> text(Character.toString(c));
            case 'q' -> {
                String quoted = RegoString.of(Character.toString(c)).toString();
                String inner = quoted.substring(1, quoted.length() - 1);
                inner = inner.equals("\\\"") ? "\"" : inner.equals("'") ? "\\'" : inner;
                text('\'' + (plus ? ascii(inner) : inner) + '\'');
            }
            default -> {
                String digits = String.format(Locale.ROOT, "%04X", n);
                while (digits.length() < precision) {
                    digits = "0" + digits;
                }
                boolean keptZero = zero;
                zero = false;
                text("U+" + digits + (sharp && n == c ? " '" + Character.toString(c) + "'" : ""));
                zero = keptZero;
            }
        }
    }

    private void whole(BigInteger n, int radix, String prefix, boolean upper, boolean goSyntax) {
        String digits = n.abs().toString(radix);
        if (upper) {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        String sign = n.signum() < 0 ? "-" : plus && !goSyntax ? "+" : space ? " " : "";
        String base = sharp && !goSyntax ? prefix : "";
        boolean pad = zero && !minus;
        if (precision >= 0) {
            pad = false;
            if (precision == 0 && n.signum() == 0) {
                digits = "";
            }
            digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
        } else if (pad) {
            digits = "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
        }
        if (radix == 8 && base.equals("0") && digits.startsWith("0")) {
            base = "";
        }
        boolean keptZero = zero;
        zero = false;
        text(sign + base + digits);
        zero = keptZero;
    }

    private boolean real(double d, int verb) {
        boolean upper = verb == 'E' || verb == 'G' || verb == 'X';
        boolean negative = d < 0 || 1 / d < 0;
        double magnitude = Math.abs(d);
        String body = switch (verb) {
            case 'v', 'g', 'G' -> general(magnitude);
            case 'e', 'E' -> scientific(magnitude, precision < 0 ? 6 : precision);
            case 'f', 'F' ->
                new BigDecimal(magnitude)
                        .setScale(precision < 0 ? 6 : precision, RoundingMode.HALF_EVEN)
                        .toPlainString();
            case 'b' -> binary(magnitude);
            case 'x', 'X' -> hexadecimal(magnitude);
            default -> "";
        };
        if (body.isEmpty()) {
            return false;
        }
        if (upper) {
            body = body.toUpperCase(Locale.ROOT);
        }
        String sign = negative ? "-" : plus ? "+" : space ? " " : "";
        if (zero && !minus && !sign.isEmpty()) {
            out.append(sign);
            width -= sign.length();
            text(body);
        } else {
            text(sign + body);
        }
        return true;
    }

    private String general(double d) {
        if (precision < 0) {
            if (d == 0) {
                return sharp ? "0.00000" : "0";
            }
            Digits digits = Digits.of(new BigDecimal(Double.toString(d)));
            String shortest = digits.general(6);
            return sharp ? sharpened(digits) : shortest;
        }
        int p = Math.max(1, precision);
        if (d == 0) {
            return "0";
        }
        Digits digits = Digits.of(new BigDecimal(d).round(new MathContext(p, RoundingMode.HALF_EVEN)));
        int limit = p > digits.digits().length() && digits.digits().length() >= digits.point()
                ? digits.digits().length()
                : p;
        return digits.general(limit);
    }

    private static String sharpened(Digits digits) {
        String text = digits.general(6);
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        int significant = mantissa.replace(".", "").replaceFirst("^0+", "").length();
        String filled = (mantissa.contains(".") ? mantissa : mantissa + ".") + "0".repeat(Math.max(0, 6 - significant));
        return filled + (e < 0 ? "" : text.substring(e));
    }

    private static String scientific(double d, int decimals) {
        if (d == 0) {
            return new Digits("0", 1).scientific(decimals);
        }
        return Digits.of(new BigDecimal(d).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN)))
                .scientific(decimals);
    }

    private static String binary(double d) {
        long bits = Double.doubleToRawLongBits(d);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long mantissa = bits & 0xF_FFFF_FFFF_FFFFL;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        int power = exponent - 1075;
        return mantissa + "p" + (power < 0 ? "" : "+") + power;
    }

    private String hexadecimal(double d) {
        String java = Double.toHexString(d); // 0x1.8p0
        int p = java.indexOf('p');
        String mantissa = java.substring(0, p).replaceFirst("\\.0$", "");
        int power = Integer.parseInt(java.substring(p + 1));
        if (sharp && mantissa.indexOf('.') < 0) {
            mantissa += ".";
        }
        if (sharp) {
            mantissa += "0".repeat(Math.max(0, 8 - mantissa.length() - 1));
        }
        int size = Math.abs(power);
        return mantissa + "p" + (power < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }
}
