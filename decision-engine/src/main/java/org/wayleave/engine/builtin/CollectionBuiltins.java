package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Functions of arrays and of collections at large. */
final class CollectionBuiltins {
    private CollectionBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("count", CollectionBuiltins::count);
        table.unary("max", a -> extreme(a, 1));
        table.unary("min", a -> extreme(a, -1));
        table.unary("sort", CollectionBuiltins::sort);
        table.unary("all", a -> RegoBoolean.of(all(a)));
        table.unary("any", a -> RegoBoolean.of(any(a)));
        table.binary("internal.member_2", CollectionBuiltins::member);
        table.ternary("internal.member_3", CollectionBuiltins::memberWithKey);
        table.binary("array.concat", CollectionBuiltins::concat);
        table.unary("array.flatten", CollectionBuiltins::flatten);
        table.unary("array.reverse", CollectionBuiltins::reverse);
        table.ternary("array.slice", CollectionBuiltins::slice);
    }

    static Iterable<RegoValue> members(RegoValue v) {
        return switch (v) {
            case RegoArray a -> a;
            case RegoSet s -> s;
            default -> throw operand(1, v, RegoType.SET, RegoType.ARRAY);
        };
    }

    static RegoValue count(RegoValue v) {
        return RegoNumber.of(
                switch (v) {
                    case RegoArray a -> a.size();
                    case RegoObject o -> o.size();
                    case RegoSet s -> s.size();
                    case RegoString s -> s.value().codePointCount(0, s.value().length());
                    default -> throw operand(1, v, RegoType.ARRAY, RegoType.OBJECT, RegoType.SET, RegoType.STRING);
                });
    }

    private static @Nullable RegoValue extreme(RegoValue v, int sign) {
        RegoValue best = null;
        for (RegoValue member : members(v)) {
            if (best == null || sign * Integer.signum(best.compareTo(member)) <= 0) {
                best = member;
            }
        }
        return best;
    }

    private static RegoValue sort(RegoValue v) {
        RegoArray result = RegoArray.open(8);
        if (v instanceof RegoArray a) {
            RegoValue[] items = a.toList().toArray(RegoValue[]::new);
            Arrays.sort(items);
            return RegoArray.of(items);
        }
        members(v).forEach(result::adding);
        return result;
    }

    private static boolean all(RegoValue v) {
        for (RegoValue member : Operands.members(v, 1)) {
            if (!member.equals(RegoBoolean.TRUE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(RegoValue v) {
        for (RegoValue member : Operands.members(v, 1)) {
            if (member.equals(RegoBoolean.TRUE)) {
                return true;
            }
        }
        return false;
    }

    static RegoValue member(RegoValue member, RegoValue of) {
        return RegoBoolean.of(
                switch (of) {
                    case RegoSet s -> s.contains(member);
                    case RegoArray a -> {
                        boolean found = false;
                        for (int i = 0; i < a.size() && !found; i++) {
                            found = a.get(i).equals(member);
                        }
                        yield found;
                    }
                    case RegoObject o -> {
                        boolean found = false;
                        for (int i = 0; i < o.size() && !found; i++) {
                            found = o.valueAt(i).equals(member);
                        }
                        yield found;
                    }
                    default -> false;
                });
    }

    private static RegoValue memberWithKey(RegoValue key, RegoValue value, RegoValue of) {
        return RegoBoolean.of(value.equals(of.get(key)));
    }

    private static RegoValue concat(RegoValue a, RegoValue b) {
        RegoArray x = Operands.array(a, 1);
        RegoArray y = Operands.array(b, 2);
        RegoArray result = RegoArray.open(x.size() + y.size());
        x.forEach(result::adding);
        y.forEach(result::adding);
        return result;
    }

    private static RegoValue flatten(RegoValue a) {
        RegoArray result = RegoArray.open(8);
        for (RegoValue item : Operands.array(a, 1)) {
            if (item instanceof RegoArray nested) {
                nested.forEach(result::adding);
            } else {
                result.adding(item);
            }
        }
        return result;
    }

    private static RegoValue reverse(RegoValue a) {
        return RegoArray.of(Operands.array(a, 1).toList().reversed());
    }

    private static RegoValue slice(RegoValue a, RegoValue from, RegoValue to) {
        RegoArray array = Operands.array(a, 1);
        long start = Operands.whole(from, 2);
        int stop = Math.clamp(Operands.whole(to, 3), 0, array.size());
        List<RegoValue> items = array.toList().subList(Math.clamp(start, 0, stop), stop);
        return RegoArray.of(items);
    }
}
