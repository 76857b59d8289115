package org.wayleave.engine.builtin;

import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Walking a document, printing, tracing. */
final class MiscellaneousBuiltins {
    private MiscellaneousBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("walk", MiscellaneousBuiltins::walk);
        table.add("print", MiscellaneousBuiltins::print);
        table.add("internal.print", MiscellaneousBuiltins::print);
        table.add("internal.test_case", (context, args) -> RegoBoolean.TRUE);
        table.unary("trace", a -> {
            if (!(a instanceof RegoString)) {
                throw BuiltinException.operand(1, a, RegoType.STRING);
            }
            return RegoBoolean.TRUE;
        });
        table.binary("assign", (a, b) -> RegoBoolean.of(a.equals(b)));
    }

    private static RegoValue walk(BuiltinContext context, RegoValue[] args) {
        RegoArray out = RegoArray.open(16);
        walk(context, out, RegoArray.EMPTY, args[0]);
        return out;
    }

    private static void walk(BuiltinContext context, RegoArray out, RegoArray path, RegoValue value) {
        context.spend(1);
        out.adding(RegoArray.of(path, value));
        switch (value) {
            case RegoArray a -> {
                for (int i = 0; i < a.size(); i++) {
                    walk(context, out, longer(path, RegoNumber.of(i)), a.get(i));
                }
            }
            case RegoObject o -> {
                for (int i = 0; i < o.size(); i++) {
                    walk(context, out, longer(path, o.keyAt(i)), o.valueAt(i));
                }
            }
            case RegoSet s -> {
                for (RegoValue member : s) {
                    walk(context, out, longer(path, member), member);
                }
            }
            default -> {}
        }
    }

    private static RegoArray longer(RegoArray path, RegoValue key) {
        RegoArray result = path.adding(key);
        result.seal();
        return result;
    }

    /** Each argument is a set with one value, or empty where the value is undefined. */
    private static RegoValue print(BuiltinContext context, RegoValue[] args) {
        StringBuilder line = new StringBuilder();
        if (args.length > 0 && args[0] instanceof RegoArray parts) {
            for (RegoValue part : parts) {
                line.append(line.isEmpty() ? "" : " ");
                RegoValue value = part;
                if (part instanceof RegoSet set) {
                    value = set.size() == 0 ? RegoString.of("<undefined>") : set.at(0);
                }
                line.append(value instanceof RegoString s ? s.value() : value.toString());
            }
        }
        context.print(line.toString());
        return RegoBoolean.TRUE;
    }
}
