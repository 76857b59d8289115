package org.wayleave.engine.builtin.format;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * {@code sprintf} with Go's verbs, flags, widths, precisions and argument indexes, and Go's way of showing mistakes
 * inside the text.
 */
public final class GoFormat {
    /** The largest width and precision. */
    private static final int MOST = 1_000_000;

    private final String format;
    private final List<GoArgument> args;
    private final FormatOutput out = new FormatOutput();
    private final ValuePrinter printer = new ValuePrinter(out);
    private int at;
    private int next;
    private boolean reordered;
    private boolean goodIndex;

    private GoFormat(String format, List<GoArgument> args) {
        this.format = format;
        this.args = args;
    }

    /**
     * The text of a format and values of Rego: numbers are 64-bit integers, big integers or doubles, everything else is
     * text.
     */
    public static String format(String format, RegoArray values) {
        String plain = PlainFormat.format(format, values);
        return plain != null
                ? plain
                : new GoFormat(
                                format,
                                values.toList().stream().map(GoFormat::argument).toList())
                        .run();
    }

    /** The text of a format and values. */
    public static String format(String format, List<GoArgument> values) {
        return new GoFormat(format, values).run();
    }

    private static GoArgument argument(RegoValue value) {
        if (value instanceof RegoNumber n) {
            if (n.isWrittenAsFraction()) {
                return Double.isInfinite(n.doubleValue())
                        ? new GoArgument.Text(n.toString(), "string")
                        : new GoArgument.Real(n.doubleValue());
            }
            return n.isLong() ? new GoArgument.Whole(n.longValue(), "int64") : new GoArgument.Big(n.integer());
        }
        return new GoArgument.Text(value instanceof RegoString s ? s.value() : value.toString(), "string");
    }

    private String run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, format.length());
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            directive();
        }
        if (!reordered && next < args.size()) {
            out.clear();
            out.append("%!(EXTRA ");
            for (int i = next; i < args.size(); i++) {
                out.append(i == next ? "" : ", ").append(args.get(i).type());
                if (!(args.get(i) instanceof GoArgument.Nil)) {
                    out.append('=');
                    printer.print(args.get(i), 'v');
                }
            }
            out.append(')');
        }
        return out.toString();
    }

    private void directive() {
        out.clear();
        goodIndex = true;
        flags();
        // A small letter right after the flags is a verb before all else.
        if (peek() >= 'a' && peek() <= 'z' && next < args.size()) {
            print(format.charAt(at++));
            return;
        }
        boolean afterIndex = precision(width());
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
        } else if (next >= args.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            print(verb);
        }
    }

    private void print(int verb) {
        if (verb == 'v' || verb == 'w') {
            out.goSyntax = out.sharp;
            out.plusOfValue = out.plus;
            out.sharp = false;
            out.plus = false;
        }
        printer.print(args.get(next++), verb);
    }

    private char peek() {
        return at < format.length() ? format.charAt(at) : 0;
    }

    private void flags() {
        for (; at < format.length(); at++) {
            switch (format.charAt(at)) {
                case '#' -> out.sharp = true;
                case '0' -> out.zero = true;
                case '+' -> out.plus = true;
                case '-' -> out.minus = true;
                case ' ' -> out.space = true;
                default -> {
                    return;
                }
            }
        }
    }

    /** Reads the width; true when an index stands right before what follows. */
    private boolean width() {
        boolean afterIndex = index();
        if (peek() == '*') {
            at++;
            int width = whole();
            if (width == Integer.MIN_VALUE) {
                out.append("%!(BADWIDTH)");
            } else if (width < 0) {
                out.minus = true;
                out.zero = false; // zeros stand on the left only
            }
            out.width = width == Integer.MIN_VALUE ? 0 : Math.abs(width);
            return false;
        }
        int width = digits(format.length());
        out.width = Math.max(0, width);
        if (afterIndex && width >= 0) {
            goodIndex = false;
        }
        return afterIndex;
    }

    /** Reads the precision; true when an index stands right before what follows. */
    private boolean precision(boolean before) {
        if (peek() != '.' || at + 1 >= format.length()) {
            return before;
        }
        at++;
        if (before) {
            goodIndex = false;
        }
        boolean afterIndex = index();
        if (peek() == '*') {
            at++;
            out.precision = whole();
            if (out.precision < 0) {
                out.precision = FormatOutput.NONE;
                out.append("%!(BADPREC)");
            }
            return false;
        }
        out.precision = Math.max(0, digits(format.length()));
        return afterIndex;
    }

    /** Reads {@code [n]}; true when there is one in brackets that close, with a number inside. */
    private boolean index() {
        if (peek() != '[') {
            return false;
        }
        reordered = true;
        int start = at;
        int close = format.indexOf(']', start);
        if (close < 0 || format.length() - start < 3) {
            goodIndex = false;
            at = start + 1;
            return false;
        }
        at = start + 1;
        int n = digits(close);
        boolean isNumber = n >= 0 && at == close;
        at = close + 1;
        if (isNumber && n >= 1 && n <= args.size()) {
            next = n - 1;
            return true;
        }
        goodIndex = false;
        return isNumber;
    }

    /** Reads a number up to a place in the format; -1 where there is none. One too large ends the reading there. */
    private int digits(int end) {
        int n = -1;
        while (at < end && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            if (n > MOST) {
                at = end;
                return -1;
            }
            n = Math.max(n, 0) * 10 + (format.charAt(at++) - '0');
        }
        return n;
    }

    /** The next argument as a width or precision; the least number where it is none. */
    private int whole() {
        if (next < args.size() && args.get(next++) instanceof GoArgument.Whole whole) {
            if (whole.value() >= -MOST && whole.value() <= MOST) {
                return (int) whole.value();
            }
        }
        return Integer.MIN_VALUE;
    }
}
