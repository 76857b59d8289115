package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.operand;

import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Functions of objects. */
final class ObjectBuiltins {
    private ObjectBuiltins() {}

    static void declare(BuiltinTable table) {
        table.ternary("object.get", ObjectBuiltins::get);
        table.unary("object.keys", ObjectBuiltins::keys);
        table.binary("object.union", (a, b) -> union(Operands.object(a, 1), Operands.object(b, 2)));
        table.unary("object.union_n", ObjectBuiltins::unionOfAll);
        table.binary("object.remove", ObjectBuiltins::remove);
        table.binary("object.filter", ObjectBuiltins::filter);
        table.binary("object.subset", ObjectBuiltins::subset);
    }

    private static RegoValue get(RegoValue object, RegoValue key, RegoValue otherwise) {
        RegoObject o = Operands.object(object, 1);
        RegoValue found = o;
        if (key instanceof RegoArray path) {
            for (int i = 0; i < path.size() && found != null; i++) {
                found = found.get(path.get(i));
            }
        } else {
            found = o.get(key);
        }
        return found == null ? otherwise : found;
    }

    private static RegoValue keys(RegoValue object) {
        RegoObject o = Operands.object(object, 1);
        RegoSet result = RegoSet.open();
        for (int i = 0; i < o.size(); i++) {
            result.adding(o.keyAt(i));
        }
        return result;
    }

    /** Keys of both are merged where both values are objects; otherwise the second wins. */
    private static RegoObject union(RegoObject a, RegoObject b) {
        RegoObject result = RegoObject.open();
        for (int i = 0; i < a.size(); i++) {
            result.adding(a.keyAt(i), a.valueAt(i));
        }
        for (int i = 0; i < b.size(); i++) {
            RegoValue key = b.keyAt(i);
            RegoValue value = b.valueAt(i);
            if (a.get(key) instanceof RegoObject x && value instanceof RegoObject y) {
                value = union(x, y);
            }
            result.adding(key, value);
        }
        return result;
    }

    private static RegoValue unionOfAll(RegoValue objects) {
        RegoArray array = Operands.array(objects, 1);
        RegoObject result = RegoObject.EMPTY;
        for (RegoValue item : array) {
            if (!(item instanceof RegoObject o)) {
                throw BuiltinException.element(1, array, item, RegoType.OBJECT);
            }
            result = union(result, o);
        }
        return result;
    }

    private static RegoSet keysOf(RegoValue keys) {
        return switch (keys) {
            case RegoArray a -> RegoSet.of(a.toList());
            case RegoSet s -> s;
            case RegoObject o -> (RegoSet) keys(o);
            default -> throw operand(2, keys, RegoType.OBJECT, RegoType.SET, RegoType.ARRAY);
        };
    }

    private static RegoValue remove(RegoValue object, RegoValue keys) {
        return select(Operands.object(object, 1), keysOf(keys), false);
    }

    private static RegoValue filter(RegoValue object, RegoValue keys) {
        return select(Operands.object(object, 1), keysOf(keys), true);
    }

    private static RegoValue select(RegoObject object, RegoSet keys, boolean wanted) {
        RegoObject result = RegoObject.open();
        for (int i = 0; i < object.size(); i++) {
            if (keys.contains(object.keyAt(i)) == wanted) {
                result.adding(object.keyAt(i), object.valueAt(i));
            }
        }
        return result;
    }

    private static RegoValue subset(RegoValue all, RegoValue part) {
        if (all instanceof RegoArray a && part instanceof RegoSet b) {
            return RegoBoolean.of(counts(a, b));
        }
        if (all.type() != part.type()
                || !(all instanceof RegoObject || all instanceof RegoSet || all instanceof RegoArray)) {
            throw BuiltinException.type("both arguments object.subset must be of the same type or array and set");
        }
        return RegoBoolean.of(includes(all, part));
    }

    private static boolean includes(RegoValue all, RegoValue part) {
        if (all instanceof RegoObject a && part instanceof RegoObject b) {
            return holds(a, b);
        }
        if (all instanceof RegoSet a && part instanceof RegoSet b) {
            return holdsAll(a, b);
        }
        return (all instanceof RegoArray a && part instanceof RegoArray b) ? holdsRun(a, b) : all.equals(part);
    }

    private static boolean holds(RegoObject all, RegoObject part) {
        for (int i = 0; i < part.size(); i++) {
            RegoValue theirs = all.get(part.keyAt(i));
            if (theirs == null || !includes(theirs, part.valueAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsAll(RegoSet all, RegoSet part) {
        for (RegoValue member : part) {
            if (!all.contains(member)) {
                return false;
            }
        }
        return true;
    }

    /** As OPA does it: one hit an element of the array, repeated elements included, and never true for an empty array. */
    private static boolean counts(RegoArray all, RegoSet part) {
        int unmatched = part.size();
        for (RegoValue item : all) {
            if (part.contains(item)) {
                unmatched--;
            }
            if (unmatched == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsRun(RegoArray all, RegoArray part) {
        for (int start = 0; start + part.size() <= all.size(); start++) {
            int n = 0;
            while (n < part.size() && all.get(start + n).equals(part.get(n))) {
                n++;
            }
            if (n == part.size()) {
                return true;
            }
        }
        return false;
    }
}
