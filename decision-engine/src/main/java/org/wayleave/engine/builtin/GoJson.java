package org.wayleave.engine.builtin;

import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** JSON as Go's writer lays it out. */
public final class GoJson {
    private GoJson() {}

    /** Compact JSON in which what is special in HTML, and two line ends of JavaScript, are escaped. */
    public static String write(RegoValue value) {
        return escaped(RegoJson.write(value));
    }

    /** {@link #write} with every number as the nearest double. */
    public static String writeWithDoubles(RegoValue value) {
        return write(withDoubles(value));
    }

    private static RegoValue withDoubles(RegoValue value) {
        return switch (value) {
            case RegoNumber n -> RegoNumber.parse(GoFloats.json(finite(n.doubleValue())));
            case RegoArray a ->
                RegoArray.of(a.toList().stream().map(GoJson::withDoubles).toList());
            case RegoSet s -> {
                RegoArray items = RegoArray.open(s.size());
                s.forEach(item -> items.adding(withDoubles(item)));
                yield items;
            }
            case RegoObject o -> {
                RegoObject.Builder fields = RegoObject.builder();
                for (int i = 0; i < o.size(); i++) {
                    RegoValue key = o.keyAt(i);
                    fields.put(
                            key instanceof RegoString s ? s.value() : RegoJson.write(key), withDoubles(o.valueAt(i)));
                }
                yield fields.build();
            }
            default -> value;
        };
    }

    private static double finite(double d) {
        return Math.clamp(d, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** A JSON text with what is special in HTML escaped. */
    static String escaped(String json) {
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                if (out == null) {
                    out = new StringBuilder(json.length() + 16).append(json, 0, i);
                }
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0000", hex.length(), 4).append(hex);
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? json : out.toString();
    }
}
