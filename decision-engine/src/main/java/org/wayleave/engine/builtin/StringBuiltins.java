package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import org.wayleave.engine.builtin.format.GoFormat;
import org.wayleave.engine.builtin.template.TemplateRun;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Functions of strings. Positions and lengths count code points. */
final class StringBuiltins {
    private StringBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("strings.render_template", StringBuiltins::render);
        test(table, "startswith", String::startsWith);
        test(table, "endswith", String::endsWith);
        test(table, "contains", String::contains);
        table.binary("strings.any_prefix_match", (a, b) -> anyMatch(a, b, String::startsWith));
        table.binary("strings.any_suffix_match", (a, b) -> anyMatch(a, b, String::endsWith));
        table.binary("strings.count", StringBuiltins::count);
        table.unary("strings.reverse", a -> RegoString.of(reversed(Operands.string(a, 1))));
        table.unary("lower", a -> mapped(a, Character::toLowerCase));
        table.unary("upper", a -> mapped(a, Character::toUpperCase));
        table.binary("concat", StringBuiltins::concat);
        table.binary("split", StringBuiltins::split);
        table.ternary("strings.split_n", StringBuiltins::splitN);
        table.ternary("substring", StringBuiltins::substring);
        table.binary("indexof", StringBuiltins::indexOf);
        table.binary("indexof_n", StringBuiltins::indicesOf);
        table.ternary("replace", StringBuiltins::replace);
        table.binary("strings.replace_n", StringBuiltins::replaceN);
        table.binary("trim", (a, b) -> trimmed(a, b, true, true));
        table.binary("trim_left", (a, b) -> trimmed(a, b, true, false));
        table.binary("trim_right", (a, b) -> trimmed(a, b, false, true));
        table.unary("trim_space", a -> RegoString.of(trimmedSpace(Operands.string(a, 1))));
        table.binary("trim_prefix", StringBuiltins::trimPrefix);
        table.binary("trim_suffix", StringBuiltins::trimSuffix);
        table.binary("format_int", StringBuiltins::formatInt);
        table.binary("sprintf", (a, b) -> RegoString.of(GoFormat.format(Operands.string(a, 1), Operands.array(b, 2))));
        table.unary("internal.template_string", StringBuiltins::templateString);
    }

    private static void test(BuiltinTable table, String name, BiPredicate<String, String> test) {
        table.binary(name, (a, b) -> RegoBoolean.of(test.test(Operands.string(a, 1), Operands.string(b, 2))));
    }

    private static List<String> oneOrMany(RegoValue v, int position) {
        if (v instanceof RegoString s) {
            return List.of(s.value());
        }
        if (v instanceof RegoArray || v instanceof RegoSet) {
            return Operands.strings(v, position);
        }
        throw operand(position, v, RegoType.STRING, RegoType.SET, RegoType.ARRAY);
    }

    private static RegoValue anyMatch(RegoValue search, RegoValue base, BiPredicate<String, String> test) {
        List<String> texts = oneOrMany(search, 1);
        List<String> bases = oneOrMany(base, 2);
        return RegoBoolean.of(texts.stream().anyMatch(t -> bases.stream().anyMatch(b -> test.test(t, b))));
    }

    private static RegoValue count(RegoValue a, RegoValue b) {
        String text = Operands.string(a, 1);
        String search = Operands.string(b, 2);
        if (search.isEmpty()) {
            return RegoNumber.of(text.codePointCount(0, text.length()) + 1L);
        }
        int n = 0;
        for (int i = text.indexOf(search); i >= 0; i = text.indexOf(search, i + search.length())) {
            n++;
        }
        return RegoNumber.of(n);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static RegoValue mapped(RegoValue a, IntUnaryOperator each) {
        String text = Operands.string(a, 1);
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(each).forEach(out::appendCodePoint);
        return RegoString.of(out.toString());
    }

    private static RegoValue concat(RegoValue a, RegoValue b) {
        String separator = Operands.string(a, 1);
        if (!(b instanceof RegoArray) && !(b instanceof RegoSet)) {
            throw operand(2, b, RegoType.SET, RegoType.ARRAY);
        }
        return RegoString.of(String.join(separator, Operands.strings(b, 2)));
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            text.codePoints().forEach(c -> parts.add(Character.toString(c)));
            return parts;
        }
        int from = 0;
        for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, from)) {
            parts.add(text.substring(from, i));
            from = i + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static RegoValue split(RegoValue a, RegoValue b) {
        return Operands.arrayOfStrings(parts(Operands.string(a, 1), Operands.string(b, 2)));
    }

    private static RegoValue splitN(RegoValue a, RegoValue b, RegoValue c) {
        List<String> parts = parts(Operands.string(a, 1), Operands.string(b, 2));
        long n = Operands.whole(c, 3);
        int size = parts.size();
        return Operands.arrayOfStrings(
                n >= 0 ? parts.subList(0, (int) Math.min(n, size)) : parts.subList((int) Math.max(size + n, 0), size));
    }

    private static RegoValue substring(RegoValue a, RegoValue b, RegoValue c) {
        String text = Operands.string(a, 1);
        long start = Operands.whole(b, 2);
        long length = Operands.whole(c, 3);
        if (start < 0) {
            throw failed("negative offset");
        }
        int size = text.codePointCount(0, text.length());
        if (start >= size) {
            return RegoString.EMPTY;
        }
        long end = length < 0 ? size : start + Math.min(length, size - start);
        return RegoString.of(
                text.substring(text.offsetByCodePoints(0, (int) start), text.offsetByCodePoints(0, (int) end)));
    }

    private static String needle(RegoValue v) {
        String search = Operands.string(v, 2);
        if (search.isEmpty()) {
            throw failed("empty search character");
        }
        return search;
    }

    private static RegoValue indexOf(RegoValue a, RegoValue b) {
        String text = Operands.string(a, 1);
        int i = text.indexOf(needle(b));
        return RegoNumber.of(i < 0 ? -1 : text.codePointCount(0, i));
    }

    private static RegoValue indicesOf(RegoValue a, RegoValue b) {
        String text = Operands.string(a, 1);
        String search = needle(b);
        RegoArray result = RegoArray.open(4);
        for (int i = text.indexOf(search); i >= 0; i = text.indexOf(search, i + 1)) {
            result.adding(RegoNumber.of(text.codePointCount(0, i)));
        }
        return result;
    }

    private static RegoValue replace(RegoValue a, RegoValue b, RegoValue c) {
        String text = Operands.string(a, 1);
        String from = Operands.string(b, 2);
        String to = Operands.string(c, 3);
        return RegoString.of(
                from.isEmpty() ? new Replacement(List.of(from), List.of(to)).of(text) : text.replace(from, to));
    }

    /** At each place the first pattern in order that fits is replaced. */
    private static RegoValue replaceN(RegoValue patterns, RegoValue a) {
        RegoObject pairs = Operands.object(patterns, 1);
        String text = Operands.string(a, 2);
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (!(pairs.keyAt(i) instanceof RegoString key)) {
                throw operand(1, "non-string key found in pattern object");
            }
            if (!(pairs.valueAt(i) instanceof RegoString value)) {
                throw operand(1, "non-string value found in pattern object");
            }
            from.add(key.value());
            to.add(value.value());
        }
        return RegoString.of(new Replacement(from, to).of(text));
    }

    private static RegoValue trimmed(RegoValue a, RegoValue b, boolean left, boolean right) {
        String text = Operands.string(a, 1);
        String cut = Operands.string(b, 2);
        int from = 0;
        int to = text.length();
        while (left && from < to && cut.indexOf(text.codePointAt(from)) >= 0) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && from < to && cut.indexOf(text.codePointBefore(to)) >= 0) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return RegoString.of(text.substring(from, to));
    }

    private static boolean isSpace(char c) {
        return switch (c) {
            case '\t', '\n', 11, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    static String trimmedSpace(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static RegoValue trimPrefix(RegoValue a, RegoValue b) {
        String text = Operands.string(a, 1);
        String prefix = Operands.string(b, 2);
        return text.startsWith(prefix) ? RegoString.of(text.substring(prefix.length())) : a;
    }

    private static RegoValue trimSuffix(RegoValue a, RegoValue b) {
        String text = Operands.string(a, 1);
        String suffix = Operands.string(b, 2);
        return text.endsWith(suffix) ? RegoString.of(text.substring(0, text.length() - suffix.length())) : a;
    }

    private static RegoValue formatInt(RegoValue a, RegoValue b) {
        RegoNumber number = Operands.number(a, 1);
        int radix = switch (Operands.number(b, 2).toString()) {
            case "2" -> 2;
            case "8" -> 8;
            case "10" -> 10;
            case "16" -> 16;
            default -> throw operand(2, "must be one of {2, 8, 10, 16}");
        };
        BigInteger whole =
                number.isWhole() ? number.integer() : BinaryFloat.of(number).truncated();
        return RegoString.of(whole.toString(radix));
    }

    /** The parts of a template string, joined; a part that is undefined arrives as an empty set. */
    private static RegoValue templateString(RegoValue parts) {
        StringBuilder out = new StringBuilder();
        for (RegoValue part : Operands.array(parts, 1)) {
            RegoValue value = part;
            if (part instanceof RegoSet set) {
                if (set.size() > 1) {
                    throw BuiltinException.failed("template-strings must not produce multiple outputs");
                }
                value = set.size() == 0 ? RegoString.of("<undefined>") : set.at(0);
            }
            out.append(value instanceof RegoString s ? s.value() : value.toString());
        }
        return RegoString.of(out.toString());
    }

    private static RegoValue render(BuiltinContext context, RegoValue[] args) {
        String text =
                TemplateRun.render(Operands.string(args[0], 1), Operands.object(args[1], 2), () -> context.spend(1));
        return RegoString.of(text.replace("<no value>", "<undefined>"));
    }
}
