package org.wayleave.engine.builtin;

import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoValue;

/** Set algebra. */
final class SetBuiltins {
    private SetBuiltins() {}

    static void declare(BuiltinTable table) {
        table.binary("and", (a, b) -> intersection(Operands.set(a, 1), Operands.set(b, 2)));
        table.binary("or", (a, b) -> union(Operands.set(a, 1), Operands.set(b, 2)));
        table.binary("set_diff", (a, b) -> difference(Operands.set(a, 1), Operands.set(b, 2)));
        table.unary("intersection", SetBuiltins::intersectionOfAll);
        table.unary("union", SetBuiltins::unionOfAll);
    }

    static RegoSet difference(RegoSet a, RegoSet b) {
        RegoSet result = RegoSet.open();
        for (RegoValue member : a) {
            if (!b.contains(member)) {
                result.adding(member);
            }
        }
        return result;
    }

    private static RegoSet intersection(RegoSet a, RegoSet b) {
        RegoSet result = RegoSet.open();
        for (RegoValue member : a) {
            if (b.contains(member)) {
                result.adding(member);
            }
        }
        return result;
    }

    private static RegoSet union(RegoSet a, RegoSet b) {
        RegoSet result = RegoSet.open();
        a.forEach(result::adding);
        b.forEach(result::adding);
        return result;
    }

    private static RegoValue intersectionOfAll(RegoValue sets) {
        RegoSet result = null;
        for (RegoValue set : Operands.set(sets, 1)) {
            RegoSet s = Operands.set(set, 1);
            result = result == null ? s : intersection(result, s);
        }
        return result == null ? RegoSet.EMPTY : result;
    }

    private static RegoValue unionOfAll(RegoValue sets) {
        RegoSet result = RegoSet.open();
        for (RegoValue set : Operands.set(sets, 1)) {
            Operands.set(set, 1).forEach(result::adding);
        }
        return result;
    }
}
