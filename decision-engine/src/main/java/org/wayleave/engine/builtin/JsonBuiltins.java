package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** JSON texts from and to values. */
final class JsonBuiltins {
    private JsonBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("json.marshal", a -> RegoString.of(GoJson.write(a)));
        table.binary("json.marshal_with_options", JsonBuiltins::marshal);
        table.unary("json.unmarshal", a -> parse(Operands.string(a, 1)));
        table.unary("json.is_valid", JsonBuiltins::isValid);
    }

    private static RegoValue marshal(RegoValue a, RegoValue b) {
        RegoObject options = Operands.object(b, 2);
        String prefix = "";
        String indent = "\t";
        boolean laidOut = false;
        Boolean pretty = null;
        for (int i = 0; i < options.size(); i++) {
            RegoValue value = options.valueAt(i);
            String key = options.keyAt(i) instanceof RegoString s ? s.value() : "";
            switch (key) {
                case "prefix", "indent" -> {
                    if (!(value instanceof RegoString s)) {
                        throw operand(2, "key " + key + " failed cast to string");
                    }
                    laidOut = true;
                    if (key.equals("prefix")) {
                        prefix = s.value();
                    } else {
                        indent = s.value();
                    }
                }
                case "pretty" -> {
                    if (!(value instanceof RegoBoolean p)) {
                        throw operand(2, "key pretty failed cast to bool");
                    }
                    pretty = p.value();
                }
                default -> throw operand(2, "object contained unknown key " + options.keyAt(i));
            }
        }
        if (!(pretty == null ? laidOut : pretty)) {
            return RegoString.of(GoJson.write(a));
        }
        StringBuilder out = new StringBuilder(prefix);
        layOut(out, RegoJson.parse(RegoJson.write(a)), "\n" + prefix, indent, 0);
        return RegoString.of(out.toString());
    }

    private static void layOut(StringBuilder out, RegoValue value, String line, String indent, int depth) {
        String inner = line + indent.repeat(depth + 1);
        switch (value) {
            case RegoArray array -> {
                if (array.size() == 0) {
                    out.append("[]");
                    return;
                }
                for (int i = 0; i < array.size(); i++) {
                    out.append(i == 0 ? "[" : ",").append(inner);
                    layOut(out, array.get(i), line, indent, depth + 1);
                }
                out.append(line).append(indent.repeat(depth)).append(']');
            }
            case RegoObject object -> {
                if (object.size() == 0) {
                    out.append("{}");
                    return;
                }
                for (int i = 0; i < object.size(); i++) {
                    out.append(i == 0 ? "{" : ",").append(inner);
                    out.append(GoJson.write(object.keyAt(i)));
                    layOut(out.append(": "), object.valueAt(i), line, indent, depth + 1);
                }
                out.append(line).append(indent.repeat(depth)).append('}');
            }
            default -> out.append(GoJson.write(value));
        }
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
