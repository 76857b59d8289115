package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.element;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Arguments of built-in functions as the types they must have; positions count from 1. */
final class Operands {
    private Operands() {}

    static String string(RegoValue v, int position) {
        if (v instanceof RegoString s) {
            return s.value();
        }
        throw operand(position, v, RegoType.STRING);
    }

    static RegoNumber number(RegoValue v, int position) {
        if (v instanceof RegoNumber n) {
            return n;
        }
        throw operand(position, v, RegoType.NUMBER);
    }

    static boolean bool(RegoValue v, int position) {
        if (v instanceof RegoBoolean b) {
            return b.value();
        }
        throw operand(position, v, RegoType.BOOLEAN);
    }

    /** A whole number of 64 bits written without an exponent, as OPA's own int operands are. */
    static long whole(RegoValue v, int position) {
        RegoNumber n = number(v, position);
        if (n.isLong() && !hasExponent(n)) {
            return n.longValue();
        }
        throw operand(position, "must be integer number but got floating-point number");
    }

    private static boolean hasExponent(RegoNumber n) {
        return n.isWrittenAsFraction() && n.toString().matches(".*[eE].*");
    }

    static RegoArray array(RegoValue v, int position) {
        if (v instanceof RegoArray a) {
            return a;
        }
        throw operand(position, v, RegoType.ARRAY);
    }

    static RegoObject object(RegoValue v, int position) {
        if (v instanceof RegoObject o) {
            return o;
        }
        throw operand(position, v, RegoType.OBJECT);
    }

    static RegoSet set(RegoValue v, int position) {
        if (v instanceof RegoSet s) {
            return s;
        }
        throw operand(position, v, RegoType.SET);
    }

    /** An array's or a set's members. */
    static Iterable<RegoValue> members(RegoValue v, int position) {
        return switch (v) {
            case RegoArray a -> a;
            case RegoSet s -> s;
            default -> throw operand(position, v, RegoType.ARRAY, RegoType.SET);
        };
    }

    /** An array or a set of strings. */
    static List<String> strings(RegoValue v, int position) {
        List<String> result = new ArrayList<>();
        for (RegoValue member : members(v, position)) {
            if (!(member instanceof RegoString s)) {
                throw element(position, v, member, RegoType.STRING);
            }
            result.add(s.value());
        }
        return result;
    }

    static RegoArray arrayOfStrings(List<String> strings) {
        return RegoArray.of(strings.stream().map(RegoString::of).toList());
    }
}
