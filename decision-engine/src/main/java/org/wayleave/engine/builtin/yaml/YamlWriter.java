package org.wayleave.engine.builtin.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.GoFloats;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Values as block YAML, two spaces a level, in the layout of Go's {@code yaml.v3}: keys in natural order, strings plain
 * where they read back as strings.
 */
public final class YamlWriter {
    private static final int LONGEST_SIMPLE_KEY = 128;
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
    /** Words that YAML 1.1 takes for booleans: quoted for readers of that version. */
    private static final Set<String> OLD_BOOLEANS =
            Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF");

    private static final char NEXT_LINE = 0x85;
    private static final Pattern LINES = Pattern.compile(" *\u0085[ \u0085]*");
    private static final Pattern SEPARATORS = Pattern.compile("[\u2028\u2029]+(?=[^\u2028\u2029\n ])");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /**
     * The document of a value; sets become arrays.
     *
     * @throws BuiltinException when a string holds characters that no YAML text may
     */
    public static String write(RegoValue value) {
        YamlWriter writer = new YamlWriter();
        writer.node(value, 0, Place.ROOT);
        return writer.out.toString();
    }

    /** Where a node stands, which decides whether it starts on the line it is on. */
    private enum Place {
        ROOT,
        ITEM,
        VALUE
    }

    private void node(RegoValue value, int indent, Place place) {
        switch (value) {
            case RegoArray array -> sequence(array.toList(), indent, place);
            case RegoSet set -> {
                List<RegoValue> items = new ArrayList<>();
                set.forEach(items::add);
                sequence(items, indent, place);
            }
            case RegoObject object -> mapping(object, indent, place);
            case RegoString string -> {
                blank(place);
                if (!string(string.value(), indent, false)) {
                    out.append('\n');
                }
            }
            default -> {
                blank(place);
                out.append(scalar(value)).append('\n');
            }
        }
    }

    private void blank(Place place) {
        if (place == Place.VALUE) {
            out.append(' ');
        }
    }

    private void sequence(List<RegoValue> items, int indent, Place place) {
        if (items.isEmpty()) {
            blank(place);
            out.append("[]\n");
            return;
        }
        if (place == Place.VALUE) {
            out.append('\n');
        }
        for (int i = 0; i < items.size(); i++) {
            if (i > 0 || place == Place.VALUE) {
                out.repeat(' ', indent);
            }
            out.append("- ");
            node(items.get(i), indent + 2, Place.ITEM);
        }
    }

    private void mapping(RegoObject object, int indent, Place place) {
        if (object.size() == 0) {
            blank(place);
            out.append("{}\n");
            return;
        }
        if (place == Place.VALUE) {
            out.append('\n');
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
            RegoValue key = object.keyAt(i);
            entries.add(new Entry(key instanceof RegoString s ? s.value() : RegoJson.write(key), object.valueAt(i)));
        }
        entries.sort(Comparator.comparing(Entry::key, YamlWriter::naturally));
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0 || place == Place.VALUE) {
                out.repeat(' ', indent);
            }
            String key = entries.get(i).key();
            boolean simple = key.codePoints().noneMatch(Traits::isBreak)
                    && key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY;
            if (simple) {
                string(key, indent, true);
                out.append(':');
                node(entries.get(i).value(), indent + 2, Place.VALUE);
            } else {
                out.append("? ");
                if (!string(key, indent + 2, false)) {
                    out.append('\n');
                }
                out.repeat(' ', indent).append(": ");
                node(entries.get(i).value(), indent + 2, Place.ITEM);
            }
        }
    }

    private record Entry(String key, RegoValue value) {}

    /** A number, boolean or null. */
    private static String scalar(RegoValue value) {
        if (!(value instanceof RegoNumber n)) {
            return value.toString();
        }
        YamlScalars.Resolved read = YamlScalars.resolve(new YamlNode.Scalar("", n.toString(), true));
        if (!(read.value() instanceof RegoNumber number)) {
            return quoted(n.toString());
        }
        return read.tag().equals("!!float") ? GoFloats.general(number.doubleValue()) : number.toString();
    }

    /**
     * Writes a string at the end of a line that is begun.
     *
     * @return whether the line is already ended
     */
    private boolean string(String given, int indent, boolean key) {
        String text = given.indexOf(NEXT_LINE) < 0 ? given : folded(given);
        if (text.codePoints().anyMatch(c -> (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF)) {
            throw BuiltinException.failed("yaml: control characters are not allowed");
        }
        Traits traits = Traits.of(text);
        if (text.indexOf('\n') >= 0) {
            if (traits.blockAllowed() && !key) {
                literal(text, indent);
                return true;
            }
            out.append(quoted(text));
        } else if (!readsAsString(text)) {
            out.append(quoted(text));
        } else if (traits.plainAllowed() && !(key && text.isEmpty())) {
            out.append(text);
        } else if (traits.singleQuotedAllowed()) {
            out.append('\'').append(indented(text.replace("'", "''"), indent)).append('\'');
        } else {
            out.append(quoted(text));
        }
        return false;
    }

    /** OPA reads the JSON of a value as YAML before it writes it, and so folds lines that end in U+0085. */
    private static String folded(String text) {
        return LINES.matcher(text).replaceAll(lines -> {
            long count = lines.group().chars().filter(c -> c == NEXT_LINE).count();
            return count == 1 ? " " : "\n".repeat((int) count - 1);
        });
    }

    /** What follows a separator of lines or paragraphs is indented. */
    private static String indented(String text, int indent) {
        return SEPARATORS.matcher(text).replaceAll("$0" + " ".repeat(Math.max(2, indent)));
    }

    private static boolean readsAsString(String text) {
        return YamlScalars.implicitTag(text).equals(YamlScalars.STRING)
                && !OLD_BOOLEANS.contains(text)
                && !SEXAGESIMAL.matcher(text).matches()
                && !YamlTimestamp.is(text);
    }

    /** A separator of lines or paragraphs ends a line as a new line does. */
    private void literal(String text, int indent) {
        int[] c = text.codePoints().toArray();
        int last = c.length - 1;
        out.append('|');
        if (c[0] == ' ' || Traits.isBreak(c[0])) {
            out.append('2');
        }
        if (!Traits.isBreak(c[last])) {
            out.append('-');
        } else if (last == 0 || Traits.isBreak(c[last - 1])) {
            out.append('+');
        }
        out.append('\n');
        boolean lineStarts = true;
        for (int each : c) {
            if (lineStarts && !Traits.isBreak(each)) {
                out.repeat(' ', Math.max(2, indent));
            }
            out.appendCodePoint(each);
            lineStarts = Traits.isBreak(each);
        }
        if (!lineStarts) {
            out.append('\n');
        }
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        boolean marked = text.startsWith("\uFEFF"); // a byte order mark in front makes Go escape all that follows
        text.codePoints().forEach(c -> {
            String escape = switch (c) {
                case 0 -> "0";
                case 7 -> "a";
                case 8 -> "b";
                case 9 -> "t";
                case 10 -> "n";
                case 11 -> "v";
                case 12 -> "f";
                case 13 -> "r";
                case 27 -> "e";
                case '"' -> "\"";
                case '\\' -> "\\";
                case 0x85 -> "N";
                case 0xA0 -> marked ? "_" : "";
                case 0x2028 -> "L";
                case 0x2029 -> "P";
                default -> "";
            };
            if (!escape.isEmpty()) {
                out.append('\\').append(escape);
            } else if (!marked && Traits.isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
                int width = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
                out.append('\\').append(width == 2 ? 'x' : width == 4 ? 'u' : 'U');
                out.repeat('0', width - hex.length()).append(hex);
            }
        });
        return out.append('"').toString();
    }

    /** Runs of digits compare as numbers, letters come after other characters. */
    private static int naturally(String a, String b) {
        int[] x = a.codePoints().toArray();
        int[] y = b.codePoints().toArray();
        boolean digits = false;
        for (int i = 0; i < x.length && i < y.length; i++) {
            if (x[i] == y[i]) {
                digits = Character.isDigit(x[i]);
                continue;
            }
            boolean xLetter = Character.isLetter(x[i]);
            boolean yLetter = Character.isLetter(y[i]);
            if (xLetter && yLetter) {
                return Integer.compare(x[i], y[i]);
            }
            if (xLetter || yLetter) {
                return (digits ? xLetter : yLetter) ? -1 : 1;
            }
            return number(x, y, i);
        }
        return Integer.compare(x.length, y.length);
    }

    private static int number(int[] x, int[] y, int from) {
        long start = 0;
        if (x[from] == '0' || y[from] == '0') {
            for (int j = from - 1; j >= 0 && Character.isDigit(x[j]); j--) {
                if (x[j] != '0') {
                    start = 1;
                    break;
                }
            }
        }
        int xEnd = from;
        long xn = start;
        for (; xEnd < x.length && Character.isDigit(x[xEnd]); xEnd++) {
            xn = xn * 10 + (x[xEnd] - '0');
        }
        int yEnd = from;
        long yn = start;
        for (; yEnd < y.length && Character.isDigit(y[yEnd]); yEnd++) {
            yn = yn * 10 + (y[yEnd] - '0');
        }
        if (xn != yn) {
            return Long.compare(xn, yn);
        }
        return xEnd != yEnd ? Integer.compare(xEnd, yEnd) : Integer.compare(x[from], y[from]);
    }
}
