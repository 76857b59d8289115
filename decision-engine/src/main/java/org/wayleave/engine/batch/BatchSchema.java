package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Shape.ScalarKind;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/**
 * What input documents look like, and which parts of them differ from row to row. Immutable.
 *
 * <p>Of JSON Schema, {@code type}, {@code enum} of strings, {@code properties}, {@code required}, {@code additionalProperties}, {@code propertyNames}
 * with {@code enum}, {@code items} and {@code $ref} within the document are read; what is described by anything else may be anything. A row that does not
 * fit what was read is decided by the compiled policy, so a schema that promises too much costs time, never
 * correctness.
 */
public final class BatchSchema {
    private static final int DEEPEST = 64;

    private final RegoValue document;
    private final List<List<String>> varying;
    private final Map<String, Shape> definitions = new HashMap<>();
    private final Shape whole;

    private BatchSchema(RegoValue document, List<List<String>> varying) {
        this.document = document;
        this.varying = varying;
        this.whole = shape(document, 0);
    }

    /**
     * Reads a schema.
     *
     * @param json the JSON Schema of the input
     * @param varying what differs from row to row, as paths below the input such as {@code person} or
     * {@code context.time}; everything else is the same in all rows of a batch
     * @return the schema
     * @throws org.wayleave.engine.value.RegoJsonException when the text is no JSON
     * @throws IllegalArgumentException when a path is empty
     */
    public static BatchSchema of(String json, List<String> varying) {
        List<List<String>> paths = new ArrayList<>();
        for (String path : varying) {
            if (path.isEmpty()) {
                throw new IllegalArgumentException("A path of what varies is empty.");
            }
            paths.add(List.of(path.split("\\.", -1)));
        }
        return new BatchSchema(RegoJson.parse(json), List.copyOf(paths));
    }

    /**
     * This schema with the keys named that objects may have, so that a policy that walks over them is followed.
     *
     * @param keys the keys by the path of the object below the input, such as {@code person.consent.purpose}; the schema
     * declares an object without {@code properties} there
     * @return a schema, this one is as before
     * @throws IllegalArgumentException when the schema has no such object
     */
    public BatchSchema withKeys(Map<String, ? extends Collection<String>> keys) {
        RegoValue changed = document;
        for (Map.Entry<String, ? extends Collection<String>> each : keys.entrySet()) {
            List<RegoValue> names = new ArrayList<>();
            each.getValue().forEach(name -> names.add(RegoString.of(name)));
            RegoValue bound =
                    RegoObject.builder().put("enum", RegoArray.of(names)).build();
            changed = withNames(changed, List.of(each.getKey().split("\\.", -1)), bound);
        }
        return new BatchSchema(changed, varying);
    }

    private static RegoObject withNames(RegoValue schema, List<String> path, RegoValue names) {
        if (!(schema instanceof RegoObject o)) {
            throw new IllegalArgumentException("The schema describes no object there.");
        }
        if (path.isEmpty()) {
            if (o.get("properties") != null) {
                throw new IllegalArgumentException("The schema names the properties there.");
            }
            return o.with("propertyNames", names);
        }
        if (!(o.get("properties") instanceof RegoObject properties) || properties.get(path.getFirst()) == null) {
            throw new IllegalArgumentException("The schema describes no " + path.getFirst() + ".");
        }
        String key = path.getFirst();
        RegoValue below = withNames(Objects.requireNonNull(properties.get(key)), path.subList(1, path.size()), names);
        return o.with("properties", properties.with(key, below));
    }

    /**
     * What all rows of a batch have in common with a document; what varies is left out.
     *
     * @param input the document
     * @return its members without what varies
     */
    public RegoObject fixedParts(RegoValue input) {
        return input instanceof RegoObject o ? without(o, List.of()) : RegoObject.EMPTY;
    }

    private RegoObject without(RegoObject object, List<String> path) {
        RegoObject.Builder kept = RegoObject.builder();
        for (int i = 0; i < object.size(); i++) {
            List<String> here = new ArrayList<>(path);
            here.add(object.keyAt(i) instanceof RegoString s ? s.value() : "");
            if (varying.contains(here)) {
                continue;
            }
            boolean above = varying.stream().anyMatch(v -> v.size() > here.size() && isStart(here, v));
            kept.put(
                    object.keyAt(i),
                    above && object.valueAt(i) instanceof RegoObject inner ? without(inner, here) : object.valueAt(i));
        }
        return kept.build();
    }

    private static boolean isStart(List<String> start, List<String> path) {
        return path.subList(0, start.size()).equals(start);
    }

    /** The shape of input documents with these fixed parts. */
    Shape shape(RegoObject fixed) {
        return shape(whole, fixed, List.of());
    }

    private Shape shape(Shape declared, @Nullable RegoValue fixed, List<String> path) {
        if (varying.contains(path)) {
            return declared;
        }
        if (varying.stream().noneMatch(v -> v.size() > path.size() && isStart(path, v))) {
            return fixed == null ? new Shape.Absent() : new Shape.Fixed(fixed);
        }
        Map<String, Shape.Field> members = new HashMap<>();
        Map<String, Shape.Field> known =
                declared instanceof Shape.Fields f ? f.members() : Map.<String, Shape.Field>of();
        known.forEach((key, field) -> {
            RegoValue value = fixed instanceof RegoObject o ? o.get(key) : null;
            members.put(key, new Shape.Field(shape(field.shape(), value, below(path, key)), field.required()));
        });
        if (fixed instanceof RegoObject o) {
            for (int i = 0; i < o.size(); i++) {
                if (o.keyAt(i) instanceof RegoString key && !members.containsKey(key.value())) {
                    Shape shape = shape(Shape.Mixed.ANYTHING, o.valueAt(i), below(path, key.value()));
                    members.put(key.value(), new Shape.Field(shape, true));
                }
            }
        }
        return new Shape.Fields(members, false);
    }

    private static List<String> below(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private Shape shape(RegoValue schema, int depth) {
        if (!(schema instanceof RegoObject o) || depth > DEEPEST) {
            return Shape.Mixed.ANYTHING;
        }
        String ref = text(o.get("$ref"));
        if (ref != null) {
            return referred(ref, depth);
        }
        if (o.get("type") instanceof RegoArray types) {
            return mixed(types);
        }
        String type = text(o.get("type"));
        return switch (type == null ? "" : type) {
            case "string" -> new Shape.Scalar(ScalarKind.TEXT, texts(o.get("enum")));
            case "integer" -> new Shape.Scalar(ScalarKind.WHOLE);
            case "number" -> new Shape.Scalar(ScalarKind.REAL);
            case "boolean" -> new Shape.Scalar(ScalarKind.TRUTH);
            case "array" ->
                o.get("items") instanceof RegoObject items
                                && shape(items, depth + 1) instanceof Shape.Scalar s
                                && s.kind() == ScalarKind.TEXT
                        ? new Shape.Texts()
                        : Shape.Mixed.ANYTHING;
            case "object" -> object(o, depth);
            default -> Shape.Mixed.ANYTHING;
        };
    }

    /** What a reference means; a definition that contains itself may be anything there. */
    private Shape referred(String ref, int depth) {
        Shape known = definitions.get(ref);
        if (known == null) {
            definitions.put(ref, Shape.Mixed.ANYTHING);
            RegoValue target = resolve(ref);
            known = target == null ? Shape.Mixed.ANYTHING : shape(target, depth + 1);
            definitions.put(ref, known);
        }
        return known;
    }

    private static Shape mixed(RegoArray types) {
        Set<RegoType> found = EnumSet.noneOf(RegoType.class);
        for (RegoValue type : types) {
            String name = text(type);
            for (RegoType each : RegoType.values()) {
                if (each.regoName().equals("integer".equals(name) ? "number" : name)) {
                    found.add(each);
                }
            }
        }
        return found.size() == types.size() ? new Shape.Mixed(found) : Shape.Mixed.ANYTHING;
    }

    private Shape object(RegoObject schema, int depth) {
        if (schema.get("properties") instanceof RegoObject properties) {
            Map<String, Shape.Field> members = new HashMap<>();
            for (int i = 0; i < properties.size(); i++) {
                RegoString key = (RegoString) properties.keyAt(i);
                boolean required = false;
                if (schema.get("required") instanceof RegoArray names) {
                    required = names.toList().contains(key);
                }
                members.put(key.value(), new Shape.Field(shape(properties.valueAt(i), depth + 1), required));
            }
            return new Shape.Fields(members, schema.get("additionalProperties") instanceof RegoBoolean b && !b.value());
        }
        RegoValue others = schema.get("additionalProperties");
        Shape each = others == null || others instanceof RegoBoolean ? Shape.Mixed.ANYTHING : shape(others, depth + 1);
        if (schema.get("propertyNames") instanceof RegoObject names && names.get("enum") instanceof RegoArray keys) {
            Map<String, Shape.Field> members = new HashMap<>();
            for (RegoValue key : keys) {
                if (key instanceof RegoString name) {
                    members.put(name.value(), new Shape.Field(each, false));
                }
            }
            return new Shape.Fields(members, true);
        }
        return new Shape.Entries(each);
    }

    private @Nullable RegoValue resolve(String ref) {
        if (!ref.startsWith("#/")) {
            return null;
        }
        RegoValue found = document;
        for (String key : ref.substring(2).split("/", -1)) {
            found = found instanceof RegoObject o ? o.get(key) : null;
        }
        return found;
    }

    private static Set<String> texts(@Nullable RegoValue values) {
        Set<String> texts = new TreeSet<>();
        if (values instanceof RegoArray array) {
            array.forEach(value -> texts.add(value instanceof RegoString s ? s.value() : ""));
        }
        return Set.copyOf(texts);
    }

    private static @Nullable String text(@Nullable RegoValue value) {
        return value instanceof RegoString s ? s.value() : null;
    }
}
