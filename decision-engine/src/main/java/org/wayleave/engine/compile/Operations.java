package org.wayleave.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** What compiled code calls for the statements that are more than a few instructions. */
final class Operations {
    private Operations() {}

    static boolean same(RegoValue a, RegoValue b) {
        return a.equals(b);
    }

    static boolean differ(RegoValue a, RegoValue b) {
        return !a.equals(b);
    }

    static boolean isText(RegoValue value, RegoString text) {
        return value instanceof RegoString s && s.value().equals(text.value());
    }

    static boolean less(RegoValue a, RegoValue b) {
        return compare(a, b) < 0;
    }

    static boolean lessOrSame(RegoValue a, RegoValue b) {
        return compare(a, b) <= 0;
    }

    static boolean greater(RegoValue a, RegoValue b) {
        return compare(a, b) > 0;
    }

    static boolean greaterOrSame(RegoValue a, RegoValue b) {
        return compare(a, b) >= 0;
    }

    /** Numbers first, without a virtual call. */
    private static int compare(RegoValue a, RegoValue b) {
        return a instanceof RegoNumber x ? x.compareTo(b) : a.compareTo(b);
    }

    static boolean isMember(RegoValue member, RegoValue of) {
        return switch (of) {
            case RegoSet s -> s.contains(member);
            case RegoArray a -> a.contains(member);
            case RegoObject o -> o.containsValue(member);
            default -> false;
        };
    }

    static @Nullable RegoValue dot(@Nullable RegoValue source, RegoValue key) {
        return source == null ? null : source.get(key);
    }

    static @Nullable RegoValue dotOfData(@Nullable RegoValue source, RegoValue key) {
        RegoValue found = dot(source, key);
        return found == null && source != null ? Evaluation.dataAt(source, key) : found;
    }

    static RegoValue assignOnce(@Nullable RegoValue known, RegoValue value, Location at) {
        if (known != null && !known.equals(value)) {
            throw Evaluation.assignConflict(at);
        }
        return value;
    }

    static RegoValue append(RegoValue array, RegoValue value) {
        return ((RegoArray) array).adding(value);
    }

    static RegoValue add(RegoValue set, RegoValue value) {
        return ((RegoSet) set).adding(value);
    }

    static RegoValue insert(RegoValue object, RegoValue key, RegoValue value) {
        return ((RegoObject) object).adding(key, value);
    }

    static RegoValue insertOnce(RegoValue object, RegoValue key, RegoValue value, Location at) {
        RegoValue known = object.get(key);
        if (known != null && !known.equals(value)) {
            throw Evaluation.insertConflict(at);
        }
        value.seal();
        return ((RegoObject) object).adding(key, value);
    }

    static RegoValue length(RegoValue value) {
        return RegoNumber.of(
                value instanceof RegoString s
                        ? s.value().codePointCount(0, s.value().length())
                        : size(value));
    }

    /** How many elements a scan meets. */
    static int size(@Nullable RegoValue value) {
        if (value instanceof RegoArray a) {
            return a.size();
        }
        if (value instanceof RegoObject o) {
            return o.size();
        }
        return value instanceof RegoSet s ? s.size() : 0;
    }

    static RegoValue keyAt(RegoValue value, int place) {
        if (value instanceof RegoArray) {
            return RegoNumber.of(place);
        }
        return value instanceof RegoObject o ? o.keyAt(place) : ((RegoSet) value).at(place);
    }

    static RegoValue valueAt(RegoValue value, int place) {
        if (value instanceof RegoArray a) {
            return a.get(place);
        }
        return value instanceof RegoObject o ? o.valueAt(place) : ((RegoSet) value).at(place);
    }

    static RegoValue upsert(@Nullable RegoValue document, RegoValue[] path, RegoValue value) {
        return Evaluation.upsert(document, path, 0, value);
    }

    /** The index of the function at a path, -1 when there is none. */
    static int function(Map<List<String>, Integer> functions, RegoValue[] path) {
        List<String> names = new ArrayList<>(path.length);
        for (RegoValue part : path) {
            names.add(part instanceof RegoString s ? s.value() : "");
        }
        return functions.getOrDefault(names, -1);
    }
}
