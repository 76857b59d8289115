package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** JSON texts from and to values. */
final class JsonBuiltins {
    private JsonBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("json.marshal", a -> RegoString.of(escaped(RegoJson.write(a))));
        table.unary("json.unmarshal", a -> parse(Operands.string(a, 1)));
        table.unary("json.is_valid", JsonBuiltins::isValid);
    }

    /** Go's writer escapes what is special in HTML, and two line ends of JavaScript. */
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

    static RegoValue parse(String text) {
        try {
            return RegoJson.parse(text);
        } catch (RegoJsonException e) {
            throw failed(e.getMessage() == null ? "no JSON" : e.getMessage());
        }
    }

    private static RegoValue isValid(RegoValue a) {
        if (!(a instanceof RegoString s)) {
            return RegoBoolean.FALSE;
        }
        try {
            RegoJson.parse(s.value());
            return RegoBoolean.TRUE;
        } catch (RegoJsonException e) {
            return RegoBoolean.FALSE;
        }
    }
}
