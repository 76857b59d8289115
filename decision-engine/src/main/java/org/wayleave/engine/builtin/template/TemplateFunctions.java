package org.wayleave.engine.builtin.template;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.format.GoArgument;
import org.wayleave.engine.builtin.format.GoFormat;
import org.wayleave.engine.value.Printable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** The functions of {@code text/template}; {@code and} and {@code or} lie with their short circuit in the run. */
final class TemplateFunctions {
    static final Set<String> NAMES = Set.of(
            "and",
            "or",
            "not",
            "len",
            "index",
            "slice",
            "print",
            "printf",
            "println",
            "html",
            "js",
            "urlquery",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "call");

    private static final int MAX_SLICE_INDEXES = 3;

    private TemplateFunctions() {}

    /**
     * Calls a function.
     *
     * @throws BuiltinException when it does not take these arguments
     */
    static TemplateValue call(String name, List<TemplateValue> given) {
        List<TemplateValue> args = given.stream().map(TemplateValue::direct).toList();
        int least = switch (name) {
            case "print", "println", "html", "js", "urlquery" -> 0;
            case "ne", "lt", "le", "gt", "ge" -> 2;
            default -> 1;
        };
        boolean fixed = Set.of("ne", "lt", "le", "gt", "ge", "not", "len").contains(name);
        if (args.size() < least || (fixed && args.size() > least)) {
            throw failed("wrong number of args for " + name + ": want " + (fixed ? "" : "at least ") + least + " got "
                    + args.size());
        }
        return switch (name) {
            case "not" -> TemplateValue.of(!args.getFirst().isTrue());
            case "len" -> new TemplateValue.Whole(length(args.getFirst()));
            case "index" -> index(args);
            case "slice" -> slice(args);
            case "print" -> TemplateValue.of(joined(args));
            case "println" ->
                TemplateValue.of(String.join(
                                " ", args.stream().map(TemplateValue::printed).toList()) + "\n");
            case "printf" -> printf(args);
            case "html" -> TemplateValue.of(html(text(args)));
            case "js" -> TemplateValue.of(js(text(args)));
            case "urlquery" ->
                TemplateValue.of(URLEncoder.encode(text(args), StandardCharsets.UTF_8)
                        .replace("*", "%2A")
                        .replace("%7E", "~"));
            case "eq" -> TemplateValue.of(equal(args));
            case "ne" -> TemplateValue.of(!equal(args));
            case "lt" -> TemplateValue.of(less(args.get(0), args.get(1)));
            case "le" -> TemplateValue.of(less(args.get(0), args.get(1)) || equal(args));
            case "gt" -> TemplateValue.of(!(less(args.get(0), args.get(1)) || equal(args)));
            case "ge" -> TemplateValue.of(!less(args.get(0), args.get(1)));
            default ->
                throw failed(
                        "error calling call: non-function " + args.getFirst().printed());
        };
    }

    private static RegoValue data(TemplateValue value, String what) {
        if (value instanceof TemplateValue.OfRego data) {
            return data.value();
        }
        throw failed("error calling " + what + ": the value is of no type with members");
    }

    private static long length(TemplateValue value) {
        return switch (data(value, "len")) {
            case RegoArray a -> a.size();
            case RegoObject o -> o.size();
            case RegoString s -> bytes(s).length;
            case RegoNumber n -> n.toString().length();
            default -> throw failed("error calling len: len of type bool");
        };
    }

    private static byte[] bytes(RegoString s) {
        return s.value().getBytes(StandardCharsets.UTF_8);
    }

    private static TemplateValue index(List<TemplateValue> args) {
        TemplateValue item = args.getFirst();
        for (TemplateValue index : args.subList(1, args.size())) {
            item = switch (data(item, "index")) {
                case RegoArray a -> TemplateValue.of(a.get(position(index, a.size() - 1)));
                case RegoString s -> {
                    byte[] bytes = bytes(s);
                    yield new TemplateValue.Whole(bytes[position(index, bytes.length - 1)] & 0xFF);
                }
                case RegoNumber n -> {
                    byte[] bytes = n.toString().getBytes(StandardCharsets.US_ASCII);
                    yield new TemplateValue.Whole(bytes[position(index, bytes.length - 1)]);
                }
                case RegoObject o -> {
                    if (!(index instanceof TemplateValue.OfRego d) || !(d.value() instanceof RegoString key)) {
                        throw failed("error calling index: the key of a map is no string");
                    }
                    RegoValue found = o.get(key);
                    yield found == null
                            ? TemplateValue.Missing.VALUE
                            : TemplateValue.of(found).direct();
                }
                default -> throw failed("error calling index: can't index item");
            };
        }
        if (item.direct() instanceof TemplateValue.Missing && args.size() == 1) {
            throw failed("error calling index: index of untyped nil");
        }
        return item;
    }

    private static int position(TemplateValue index, int last) {
        if (!(index instanceof TemplateValue.Whole whole)) {
            throw failed("cannot index slice/array with a value that is no whole number of the template");
        }
        if (whole.value() < 0 || whole.value() > last) {
            throw failed("index out of range: " + whole.value());
        }
        return (int) whole.value();
    }

    private static TemplateValue slice(List<TemplateValue> args) {
        RegoValue item = data(args.getFirst(), "slice");
        boolean isText = item instanceof RegoString || item instanceof RegoNumber;
        if (!isText && !(item instanceof RegoArray)) {
            throw failed("error calling slice: can't slice item");
        }
        int indexes = args.size() - 1;
        if (indexes > MAX_SLICE_INDEXES || (isText && indexes == MAX_SLICE_INDEXES)) {
            throw failed("error calling slice: too many slice indexes: " + indexes);
        }
        byte[] bytes = item instanceof RegoString s ? bytes(s) : item.toString().getBytes(StandardCharsets.UTF_8);
        int size = item instanceof RegoArray a ? a.size() : bytes.length;
        int from = indexes > 0 ? position(args.get(1), size) : 0;
        int to = indexes > 1 ? position(args.get(2), size) : size;
        int most = indexes > 2 ? position(args.get(3), size) : size;
        if (from > to || to > most) {
            throw failed("error calling slice: invalid slice index: " + from + " > " + to);
        }
        return item instanceof RegoArray a
                ? TemplateValue.of(RegoArray.of(a.toList().subList(from, to)))
                : TemplateValue.of(new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8));
    }

    /** Printed one after another, with a blank between two that are no strings. */
    private static String joined(List<TemplateValue> args) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < args.size(); i++) {
            if (i > 0 && !args.get(i).isText() && !args.get(i - 1).isText()) {
                out.append(' ');
            }
            out.append(args.get(i).printed());
        }
        return out.toString();
    }

    private static TemplateValue printf(List<TemplateValue> args) {
        if (!(args.getFirst() instanceof TemplateValue.OfRego d) || !(d.value() instanceof RegoString format)) {
            throw failed("wrong type for value; expected string");
        }
        return TemplateValue.of(GoFormat.format(
                format.value(),
                args.subList(1, args.size()).stream()
                        .map(TemplateFunctions::argument)
                        .toList()));
    }

    private static GoArgument argument(TemplateValue value) {
        return switch (value) {
            case TemplateValue.Missing m -> GoArgument.Nil.VALUE;
            case TemplateValue.Whole w -> new GoArgument.Whole(w.value(), "int");
            case TemplateValue.Real r -> new GoArgument.Real(r.value());
            case TemplateValue.Complex c -> new GoArgument.Complex(c.real(), c.imaginary());
            case TemplateValue.OfRego d -> argument(d.value());
        };
    }

    private static GoArgument argument(RegoValue value) {
        return switch (value) {
            case RegoNull n -> GoArgument.Nil.VALUE;
            case RegoBoolean b -> new GoArgument.Flag(b.value());
            case RegoNumber n -> new GoArgument.Text(n.toString(), "json.Number");
            case RegoString s -> new GoArgument.Text(s.value(), "string");
            case RegoArray a ->
                new GoArgument.Row(
                        a.toList().stream().map(TemplateFunctions::argument).toList());
            case RegoSet s -> throw new IllegalStateException("No set reaches a template.");
            case RegoObject o -> {
                List<String> names = new ArrayList<>();
                List<GoArgument> values = new ArrayList<>();
                for (int i = 0; i < o.size(); i++) {
                    names.add(TemplateValue.name(o.keyAt(i)));
                    values.add(argument(o.valueAt(i)));
                }
                yield new GoArgument.Fields(names, values);
            }
        };
    }

    /** The arguments of an escaping function as one text. */
    private static String text(List<TemplateValue> args) {
        return joined(args.stream()
                .map(a -> a instanceof TemplateValue.Missing ? TemplateValue.of(TemplateRun.NO_VALUE) : a)
                .toList());
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("\0", "\uFFFD")
                .replace("\"", "&#34;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String js(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '"' -> out.append("\\\"");
                default -> {
                    boolean special = c < ' ' || c == '<' || c == '>' || c == '&' || c == '=';
                    if (special || (c >= 0x80 && !Printable.is(c))) {
                        String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
                        out.append("\\u")
                                .repeat('0', Math.max(0, 4 - hex.length()))
                                .append(hex);
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /** What a value can be compared with. */
    private enum Kind {
        NONE,
        BOOLEAN,
        WHOLE,
        REAL,
        COMPLEX,
        TEXT,
        COLLECTION
    }

    private static Kind kind(TemplateValue value) {
        return switch (value) {
            case TemplateValue.Missing m -> Kind.NONE;
            case TemplateValue.Whole w -> Kind.WHOLE;
            case TemplateValue.Real r -> Kind.REAL;
            case TemplateValue.Complex c -> Kind.COMPLEX;
            case TemplateValue.OfRego d ->
                d.value() instanceof RegoBoolean ? Kind.BOOLEAN : value.isText() ? Kind.TEXT : Kind.COLLECTION;
        };
    }

    /** Whether the first is equal to one of the others. */
    private static boolean equal(List<TemplateValue> args) {
        if (args.size() < 2) {
            throw failed("error calling eq: missing argument for comparison");
        }
        TemplateValue first = args.getFirst();
        Kind kind = kind(first);
        for (TemplateValue other : args.subList(1, args.size())) {
            Kind otherKind = kind(other);
            if (kind == Kind.NONE || otherKind == Kind.NONE) {
                if (kind == otherKind) {
                    return true;
                }
            } else if (kind != otherKind) {
                throw failed("error calling eq: incompatible types for comparison");
            } else if (kind == Kind.COLLECTION) {
                throw failed("error calling eq: non-comparable types");
            } else if (kind == Kind.TEXT ? first.printed().equals(other.printed()) : first.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean less(TemplateValue a, TemplateValue b) {
        Kind kind = kind(a);
        Kind other = kind(b);
        if (kind == Kind.NONE || other == Kind.NONE || kind == Kind.COLLECTION || other == Kind.COLLECTION) {
            throw failed("error calling lt: invalid type for comparison");
        }
        if (kind != other) {
            throw failed("error calling lt: incompatible types for comparison");
        }
        if (a instanceof TemplateValue.Whole v && b instanceof TemplateValue.Whole w) {
            return v.value() < w.value();
        }
        if (a instanceof TemplateValue.Real v && b instanceof TemplateValue.Real w) {
            return v.value() < w.value();
        }
        if (kind == Kind.BOOLEAN || kind == Kind.COMPLEX) {
            throw failed("error calling lt: invalid type for comparison");
        }
        return RegoString.of(a.printed()).compareTo(RegoString.of(b.printed())) < 0;
    }
}
