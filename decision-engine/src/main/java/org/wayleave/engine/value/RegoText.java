package org.wayleave.engine.value;

/** Writes values as Rego source: {@code {"a": 1}}, {@code {1, 2}}, {@code set()}. */
final class RegoText {
    private RegoText() {}

    static String of(RegoValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, RegoValue value) {
        switch (value) {
            case RegoArray array -> {
                out.append('[');
                for (int i = 0; i < array.size(); i++) {
                    append(i == 0 ? out : out.append(", "), array.get(i));
                }
                out.append(']');
            }
            case RegoObject object -> {
                out.append('{');
                for (int i = 0; i < object.size(); i++) {
                    append(i == 0 ? out : out.append(", "), object.keyAt(i));
                    append(out.append(": "), object.valueAt(i));
                }
                out.append('}');
            }
            case RegoSet set -> {
                if (set.size() == 0) {
                    out.append("set()");
                    return;
                }
                out.append('{');
                for (int i = 0; i < set.size(); i++) {
                    append(i == 0 ? out : out.append(", "), set.at(i));
                }
                out.append('}');
            }
            case RegoString string -> quote(out, string.value());
            case RegoNull n -> out.append(n);
            case RegoBoolean b -> out.append(b);
            case RegoNumber n -> out.append(n);
        }
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        quote(out, text);
        return out.toString();
    }

    /** Quotes as Go does: what is not printable becomes an escape. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case 7 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 11 -> out.append("\\v");
                default -> {
                    if (Printable.is(c)) {
                        out.appendCodePoint(c);
                    } else if (c < 0x80) {
                        hex(out.append("\\x"), c, 2);
                    } else if (c < 0x10000) {
                        hex(out.append("\\u"), c >= 0xD800 && c < 0xE000 ? 0xFFFD : c, 4);
                    } else {
                        hex(out.append("\\U"), c, 8);
                    }
                }
            }
        });
        out.append('"');
    }

    private static void hex(StringBuilder out, int c, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 15, 16));
        }
    }
}
