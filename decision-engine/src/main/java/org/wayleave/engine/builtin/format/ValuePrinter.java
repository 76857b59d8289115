package org.wayleave.engine.builtin.format;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wayleave.engine.value.Printable;
import org.wayleave.engine.value.RegoString;

/** Prints one value by a verb, as Go's {@code fmt} does; a verb that does not go with the value shows in the text. */
final class ValuePrinter {
    private final FormatOutput out;
    private final FloatPrinter floats;

    /** Whether a mistake is being shown, in which nothing is a mistake any more. */
    private boolean showsMistake;

    ValuePrinter(FormatOutput out) {
        this.out = out;
        this.floats = new FloatPrinter(out);
    }

    /** Prints an argument. */
    void print(GoArgument arg, int verb) {
        if (arg instanceof GoArgument.Nil) {
            if (verb == 'T' || verb == 'v') {
                out.padded("<nil>");
            } else {
                mistake(arg, verb);
            }
        } else if (verb == 'T') {
            out.padded(cut(arg.type()));
        } else {
            value(arg, verb, 0);
        }
    }

    private void value(GoArgument arg, int verb, int depth) {
        boolean collection = arg instanceof GoArgument.Row || arg instanceof GoArgument.Fields;
        if (verb == 'w' && !showsMistake && (collection || arg instanceof GoArgument.Big || depth > 0)) {
            mistake(arg, verb);
            return;
        }
        switch (arg) {
            case GoArgument.Nil n -> out.append(out.goSyntax ? "interface {}(nil)" : "<nil>");
            case GoArgument.Flag b -> {
                if (verb == 't' || verb == 'v') {
                    out.padded(Boolean.toString(b.value()));
                } else {
                    mistake(arg, verb);
                }
            }
            case GoArgument.Whole whole -> whole(whole, verb);
            case GoArgument.Big big -> big(big.value(), verb);
            case GoArgument.Real real -> {
                if (FloatPrinter.isVerb(verb)) {
                    floats.print(real.value(), verb);
                } else {
                    mistake(arg, verb);
                }
            }
            case GoArgument.Complex complex -> complex(complex, verb);
            case GoArgument.Text text -> text(text, verb);
            case GoArgument.Row row -> {
                open(arg, "[");
                for (int i = 0; i < row.items().size(); i++) {
                    separate(i);
                    value(row.items().get(i), verb, depth + 1);
                }
                out.append(out.goSyntax ? '}' : ']');
            }
            case GoArgument.Fields fields -> {
                open(arg, "map[");
                for (int i = 0; i < fields.names().size(); i++) {
                    separate(i);
                    value(new GoArgument.Text(fields.names().get(i), "string"), verb, depth + 1);
                    out.append(':');
                    value(fields.values().get(i), verb, depth + 1);
                }
                out.append(out.goSyntax ? '}' : ']');
            }
        }
    }

    private void open(GoArgument arg, String bracket) {
        if (out.goSyntax) {
            out.append(arg.type()).append('{');
        } else {
            out.append(bracket);
        }
    }

    private void separate(int index) {
        if (index > 0) {
            out.append(out.goSyntax ? ", " : " ");
        }
    }

    private void mistake(GoArgument arg, int verb) {
        boolean nested = showsMistake;
        showsMistake = true;
        out.append("%!").appendCodePoint(verb).append('(');
        if (arg instanceof GoArgument.Nil) {
            out.append("<nil>");
        } else {
            out.append(arg.type()).append('=');
            if (arg instanceof GoArgument.Big big) {
                inside(big.value());
            } else {
                print(arg, 'v');
            }
        }
        out.append(')');
        showsMistake = nested;
    }

    /** A big number as the structure that it is in Go: its sign, and its words from the lowest up. */
    private void inside(BigInteger n) {
        List<String> words = new ArrayList<>();
        for (BigInteger rest = n.abs(); rest.signum() > 0; rest = rest.shiftRight(Long.SIZE)) {
            words.add(Long.toUnsignedString(rest.longValue()));
        }
        String list = "[" + String.join(" ", words) + "]";
        String sign = Boolean.toString(n.signum() < 0);
        out.append(out.plusOfValue ? "&{neg:" + sign + " abs:" + list + "}" : "&{" + sign + " " + list + "}");
    }

    private void complex(GoArgument.Complex arg, int verb) {
        if (!FloatPrinter.isVerb(verb)) {
            mistake(arg, verb);
            return;
        }
        boolean kept = out.plus;
        out.append('(');
        floats.print(arg.real(), verb);
        out.plus = true;
        floats.print(arg.imaginary(), verb);
        out.append("i)");
        out.plus = kept;
    }

    private void text(GoArgument.Text arg, int verb) {
        String s = arg.value();
        switch (verb) {
            case 'v' -> out.padded(out.goSyntax ? quoted(cut(s)) : cut(s));
            case 's' -> out.padded(cut(s));
            case 'q' -> out.padded(quoted(cut(s)));
            case 'x' -> hex(s, "0123456789abcdef", "0x");
            case 'X' -> hex(s, "0123456789ABCDEF", "0X");
            default -> mistake(arg, verb);
        }
    }

    private String quoted(String s) {
        if (out.sharp && s.codePoints().allMatch(ValuePrinter::goesBetweenBackquotes)) {
            return '`' + s + '`';
        }
        String quoted = RegoString.of(s).toString();
        return out.plus ? ascii(quoted) : quoted;
    }

    private static boolean goesBetweenBackquotes(int c) {
        return c == '\t' || (c >= ' ' && c != '`' && c != 0x7F && c != 0xFEFF);
    }

    private static String ascii(String quoted) {
        StringBuilder ascii = new StringBuilder();
        quoted.codePoints().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append(String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
            }
        });
        return ascii.toString();
    }

    private String cut(String s) {
        return out.precision >= 0 && s.codePointCount(0, s.length()) > out.precision
                ? s.substring(0, s.offsetByCodePoints(0, out.precision))
                : s;
    }

    private void hex(String s, String digits, String prefix) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        int n = out.precision >= 0 ? Math.min(out.precision, bytes.length) : bytes.length;
        StringBuilder hex = new StringBuilder(out.sharp && !out.space && n > 0 ? prefix : "");
        for (int i = 0; i < n; i++) {
            if (out.space) {
                hex.append(i > 0 ? " " : "").append(out.sharp ? prefix : "");
            }
            hex.append(digits.charAt((bytes[i] >> 4) & 15)).append(digits.charAt(bytes[i] & 15));
        }
        out.padded(hex.toString());
    }

    private void whole(GoArgument.Whole arg, int verb) {
        BigInteger n = BigInteger.valueOf(arg.value());
        switch (verb) {
            case 'd', 'v' -> digits(n, 10, "");
            case 'b' -> digits(n, 2, "0b");
            case 'o', 'O' -> digits(n, 8, verb == 'O' ? "0o" : "");
            case 'x' -> digits(n, 16, "0x");
            case 'X' -> digits(n, -16, "0X");
            case 'c' -> out.padded(Character.toString(character(arg.value())));
            case 'q' -> {
                String quoted = RegoString.of(Character.toString(character(arg.value())))
                        .toString();
                String inner = quoted.substring(1, quoted.length() - 1);
                inner = inner.equals("\\\"") ? "\"" : inner.equals("'") ? "\\'" : inner;
                out.padded('\'' + (out.plus ? ascii(inner) : inner) + '\'');
            }
            case 'U' -> {
                String hex = String.format(Locale.ROOT, "%04X", arg.value());
                String shown = out.sharp && arg.value() == character(arg.value()) ? shown(character(arg.value())) : "";
                out.paddedWithBlanks("U+" + "0".repeat(Math.max(0, out.precision - hex.length())) + hex + shown);
            }
            default -> mistake(arg, verb);
        }
    }

    private static String shown(int c) {
        return Printable.is(c) ? " '" + Character.toString(c) + "'" : "";
    }

    private static int character(long n) {
        return n < 0 || n > Character.MAX_CODE_POINT || (n >= 0xD800 && n < 0xE000) ? 0xFFFD : (int) n;
    }

    /** A whole number of 64 bits in a base; -16 asks for capital letters. */
    private void digits(BigInteger n, int base, String prefix) {
        String digits = n.abs().toString(Math.abs(base));
        digits = base < 0 ? digits.toUpperCase(Locale.ROOT) : digits;
        String sign = n.signum() < 0 ? "-" : out.plus ? "+" : out.space ? " " : "";
        if (out.precision == 0 && n.signum() == 0) {
            out.paddedWithBlanks("");
            return;
        }
        int least = out.precision >= 0 ? out.precision : out.padsWithZeros() ? out.width - sign.length() : 0;
        digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
        if (base == 8) {
            digits = prefix + (out.sharp && digits.charAt(0) != '0' ? "0" : "") + digits;
        } else if (out.sharp) {
            digits = prefix + digits;
        }
        out.paddedWithBlanks(sign + digits);
    }

    /** A number of any size, which Go's {@code math/big} lays out in a way of its own. */
    private void big(BigInteger n, int verb) {
        int base = switch (verb) {
            case 'b' -> 2;
            case 'o', 'O' -> 8;
            case 'd', 's', 'v' -> 10;
            case 'x', 'X' -> 16;
            default -> 0;
        };
        if (base == 0) {
            out.append("%!").appendCodePoint(verb).append("(big.Int=" + n + ")");
            return;
        }
        String digits = n.abs().toString(base);
        digits = verb == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        String sign = n.signum() < 0 ? "-" : out.plus || out.plusOfValue ? "+" : out.space ? " " : "";
        String prefix = switch (verb) {
            case 'b' -> "0b";
            case 'o' -> "0";
            case 'x' -> "0x";
            case 'X' -> "0X";
            default -> "";
        };
        prefix = verb == 'O' ? "0o" : out.sharp || out.goSyntax ? prefix : "";
        int zeros = Math.max(0, out.precision - digits.length());
        int missing = Math.max(0, out.width - sign.length() - prefix.length() - zeros - digits.length());
        if (out.padsWithZeros() && out.precision < 0) {
            zeros = missing;
        }
        out.paddedWithBlanks(sign + prefix + "0".repeat(zeros) + digits);
    }
}
