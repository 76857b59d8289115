package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** {@code json.filter}, {@code json.remove} and {@code json.patch} (RFC 6902, which also reaches into sets). */
final class JsonPathBuiltins {
    private JsonPathBuiltins() {}

    static void declare(BuiltinTable table) {
        table.binary("json.filter", (a, b) -> filter(Operands.object(a, 1), tree(b)));
        table.binary("json.remove", (a, b) -> remove(Operands.object(a, 1), tree(b)));
        table.binary("json.patch", JsonPathBuiltins::patch);
    }

    private static List<RegoValue> path(RegoValue path) {
        if (path instanceof RegoArray a) {
            return a.toList();
        }
        if (!(path instanceof RegoString s)) {
            throw operand(
                    2,
                    "must be one of {set, array} containing string paths or array of path segments but got "
                            + path.type().regoName());
        }
        if (s.value().isEmpty()) {
            return List.of();
        }
        List<RegoValue> result = new ArrayList<>();
        for (String part : s.value().replaceFirst("^/+", "").split("/", -1)) {
            result.add(RegoString.of(part.replace("~1", "/").replace("~0", "~")));
        }
        return result;
    }

    /** Paths as nested objects that end in null; a shorter path swallows longer ones. */
    private static RegoObject tree(RegoValue paths) {
        if (!(paths instanceof RegoArray) && !(paths instanceof RegoSet)) {
            throw operand(2, paths, RegoType.SET, RegoType.ARRAY);
        }
        RegoObject root = RegoObject.EMPTY;
        for (RegoValue path : Operands.members(paths, 2)) {
            List<RegoValue> keys = path(path);
            if (!keys.isEmpty()) {
                root = (RegoObject) grown(root, keys, 0);
            }
        }
        return root;
    }

    private static RegoValue grown(@Nullable RegoValue node, List<RegoValue> keys, int from) {
        if (from == keys.size() || node instanceof RegoNull) {
            return RegoNull.NULL;
        }
        RegoObject object = node instanceof RegoObject o ? o : RegoObject.EMPTY;
        RegoObject result = object.adding(keys.get(from), grown(object.get(keys.get(from)), keys, from + 1));
        result.seal();
        return result;
    }

    private static RegoValue filter(RegoValue value, RegoValue wanted) {
        if (!(wanted instanceof RegoObject keys)) {
            return value;
        }
        return switch (value) {
            case RegoObject o -> {
                RegoObject result = RegoObject.open();
                for (int i = 0; i < o.size(); i++) {
                    RegoValue below = keys.get(o.keyAt(i));
                    if (below != null) {
                        result.adding(o.keyAt(i), filter(o.valueAt(i), below));
                    }
                }
                yield result;
            }
            case RegoArray a -> {
                RegoArray result = RegoArray.open(a.size());
                for (int i = 0; i < a.size(); i++) {
                    RegoValue below = keys.get(Integer.toString(i));
                    if (below != null) {
                        result.adding(filter(a.get(i), below));
                    }
                }
                yield result;
            }
            case RegoSet s -> {
                RegoSet result = RegoSet.open();
                for (RegoValue member : s) {
                    RegoValue below = keys.get(member);
                    if (below != null) {
                        result.adding(filter(member, below));
                    }
                }
                yield result;
            }
            default -> value;
        };
    }

    private static @Nullable RegoValue remove(RegoValue value, @Nullable RegoValue unwanted) {
        if (unwanted instanceof RegoNull) {
            return null;
        }
        if (!(unwanted instanceof RegoObject keys)) {
            return value;
        }
        return switch (value) {
            case RegoObject o -> {
                RegoObject result = RegoObject.open();
                for (int i = 0; i < o.size(); i++) {
                    RegoValue left = remove(o.valueAt(i), keys.get(o.keyAt(i)));
                    if (left != null) {
                        result.adding(o.keyAt(i), left);
                    }
                }
                yield result;
            }
            case RegoArray a -> {
                RegoArray result = RegoArray.open(a.size());
                for (int i = 0; i < a.size(); i++) {
                    RegoValue left = remove(a.get(i), keys.get(Integer.toString(i)));
                    if (left != null) {
                        result.adding(left);
                    }
                }
                yield result;
            }
            case RegoSet s -> {
                RegoSet result = RegoSet.open();
                for (RegoValue member : s) {
                    RegoValue left = remove(member, keys.get(member));
                    if (left != null) {
                        result.adding(left);
                    }
                }
                yield result;
            }
            default -> value;
        };
    }

    private static RegoValue patch(RegoValue document, RegoValue operations) {
        RegoValue result = document;
        for (RegoValue operation : Operands.array(operations, 2)) {
            if (!(operation instanceof RegoObject o)) {
                throw failed("must be an array of JSON-Patch objects, but at least one element is not an object");
            }
            result = apply(result, o);
        }
        return result;
    }

    private static RegoValue attribute(RegoObject operation, String name) {
        RegoValue value = operation.get(name);
        if (value == null) {
            throw failed("missing required attribute '" + name + "'");
        }
        return value;
    }

    private static RegoValue apply(RegoValue document, RegoObject operation) {
        RegoValue at = attribute(operation, "path");
        RegoValue kind = attribute(operation, "op");
        if (!(kind instanceof RegoString name)) {
            throw failed(
                    "attribute 'op' must be a string but found: " + kind.type().regoName());
        }
        List<RegoValue> path = path(at);
        return switch (name.value()) {
            case "add" -> inserted(document, path, 0, attribute(operation, "value"));
            case "remove" -> deleted(document, path);
            case "replace" -> inserted(deleted(document, path), path, 0, attribute(operation, "value"));
            case "move" -> {
                List<RegoValue> from = path(attribute(operation, "from"));
                RegoValue moved = find(document, from);
                yield inserted(deleted(document, from), path, 0, moved);
            }
            case "copy" -> inserted(document, path, 0, find(document, path(attribute(operation, "from"))));
            case "test" -> {
                RegoValue found = find(document, path);
                RegoValue wanted = attribute(operation, "value");
                if (!found.equals(wanted)) {
                    throw failed("value from EditTree != patch value.\n\nExpected: " + wanted + "\n\nFound: " + found);
                }
                yield document;
            }
            default -> throw failed("unrecognized op: '" + name.value() + "'");
        };
    }

    private static RegoValue deleted(RegoValue document, List<RegoValue> path) {
        find(document, path);
        return path.isEmpty() ? RegoNull.NULL : without(document, path, 0);
    }

    private static RegoValue find(RegoValue document, List<RegoValue> path) {
        RegoValue found = document;
        for (RegoValue key : path) {
            found = child(found, key);
        }
        return found;
    }

    private static RegoValue child(RegoValue parent, RegoValue key) {
        RegoValue found = parent instanceof RegoArray a ? a.get(index(a, key, false)) : parent.get(key);
        if (found == null) {
            throw failed("path " + key + " does not exist in object term " + parent);
        }
        return found;
    }

    private static int index(RegoArray array, RegoValue key, boolean end) {
        String text = key instanceof RegoString s ? s.value() : key instanceof RegoNumber n ? n.toString() : "";
        if (end && text.equals("-")) {
            return array.size();
        }
        if (!text.matches("0|[1-9][0-9]{0,8}")) {
            throw failed("invalid array index " + key);
        }
        int i = Integer.parseInt(text);
        if (i > array.size() || (i == array.size() && !end)) {
            throw failed("index for array out of bounds " + i);
        }
        return i;
    }

    /** The document with a part replaced by another. */
    private static RegoValue replaced(RegoValue parent, RegoValue key, RegoValue old, RegoValue by) {
        return switch (parent) {
            case RegoObject o -> {
                RegoObject result = o.adding(key, by);
                result.seal();
                yield result;
            }
            case RegoArray a -> {
                RegoValue[] items = a.toList().toArray(RegoValue[]::new);
                items[index(a, key, false)] = by;
                yield RegoArray.of(items);
            }
            case RegoSet s -> {
                List<RegoValue> members = new ArrayList<>();
                s.forEach(members::add);
                members.remove(old);
                members.add(by);
                yield RegoSet.of(members);
            }
            default -> throw failed("expected composite type, found " + parent);
        };
    }

    private static RegoValue inserted(RegoValue parent, List<RegoValue> path, int from, RegoValue value) {
        if (path.isEmpty()) {
            return value;
        }
        RegoValue key = path.get(from);
        if (from < path.size() - 1) {
            RegoValue old = child(parent, key);
            return replaced(parent, key, old, inserted(old, path, from + 1, value));
        }
        return switch (parent) {
            case RegoObject o -> {
                RegoObject result = o.adding(key, value);
                result.seal();
                yield result;
            }
            case RegoArray a -> {
                List<RegoValue> items = new ArrayList<>(a.toList());
                items.add(index(a, key, true), value);
                yield RegoArray.of(items);
            }
            case RegoSet s -> {
                if (!key.equals(value)) {
                    throw failed("set key " + key + " does not equal value to be inserted " + value);
                }
                RegoSet result = s.adding(value);
                result.seal();
                yield result;
            }
            default -> throw failed("expected composite type, found " + parent);
        };
    }

    private static RegoValue without(RegoValue parent, List<RegoValue> path, int from) {
        RegoValue key = path.get(from);
        if (from < path.size() - 1) {
            RegoValue old = child(parent, key);
            return replaced(parent, key, old, without(old, path, from + 1));
        }
        return switch (parent) {
            case RegoObject o -> {
                RegoObject result = RegoObject.open();
                for (int i = 0; i < o.size(); i++) {
                    if (!o.keyAt(i).equals(key)) {
                        result.adding(o.keyAt(i), o.valueAt(i));
                    }
                }
                yield result;
            }
            case RegoArray a -> {
                RegoValue[] items = a.toList().toArray(RegoValue[]::new);
                int gone = index(a, key, false);
                System.arraycopy(items, gone + 1, items, gone, items.length - gone - 1);
                yield RegoArray.of(Arrays.copyOf(items, items.length - 1));
            }
            case RegoSet s -> {
                List<RegoValue> members = new ArrayList<>();
                s.forEach(members::add);
                members.remove(key);
                yield RegoSet.of(members);
            }
            default -> throw failed("expected composite type, found " + parent);
        };
    }
}
