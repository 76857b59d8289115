package org.wayleave.engine.builtin.schema;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.GoFloats;
import org.wayleave.engine.builtin.GoJson;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Holds a document against a schema. Where one of several schemas must fit, the one that fits best is told about. */
final class SchemaValidation {
    private static final int MAX_DEPTH = 1_000;

    private final BiPredicate<String, String> formats;
    private final Runnable step;
    private int depth;

    /**
     * A validation.
     *
     * @param formats whether a text is of a format; true for formats that are not known
     * @param step called for each schema that is held against a value
     */
    SchemaValidation(BiPredicate<String, String> formats, Runnable step) {
        this.formats = formats;
        this.step = step;
    }

    /** What a value must have, checked on its own. */
    Outcome validate(SchemaNode schema, RegoValue value, String path) {
        Outcome outcome = new Outcome();
        validate(schema, value, path, outcome);
        return outcome;
    }

    private void validate(SchemaNode schema, RegoValue value, String path, Outcome outcome) {
        step.run();
        if (++depth > MAX_DEPTH) {
            throw failed("the schema and the document are nested deeper than " + MAX_DEPTH);
        }
        if (schema.pass != null) {
            if (!schema.pass) {
                outcome.add("false", path, "False always fails validation");
            }
        } else if (schema.reference != null) {
            validate(schema.reference, value, path, outcome);
        } else {
            validateByType(schema, value, path, outcome);
        }
        depth--;
    }

    private void validateByType(SchemaNode schema, RegoValue value, String path, Outcome outcome) {
        String type = type(value);
        boolean fits = schema.types.isEmpty()
                || schema.types.contains(type)
                || (type.equals("integer") && schema.types.contains("number"));
        if (!fits) {
            String expected =
                    schema.types.size() > 1 ? "[" + String.join(",", schema.types) + "]" : schema.types.getFirst();
            outcome.add("invalid_type", path, "Invalid type. Expected: " + expected + ", given: " + type);
            return;
        }
        combinations(schema, value, path, outcome);
        switch (value) {
            case RegoArray array -> {
                array(schema, array, path, outcome);
                common(schema, value, path, outcome);
            }
            case RegoObject object -> {
                object(schema, object, path, outcome);
                common(schema, value, path, outcome);
                schema.properties.forEach((name, property) -> {
                    RegoValue member = object.get(name);
                    if (member != null) {
                        validate(property, member, below(path, name), outcome);
                    }
                });
            }
            case RegoNumber number -> {
                number(schema, number.decimal(), path, outcome);
                common(schema, value, path, outcome);
            }
            case RegoString string -> {
                common(schema, value, path, outcome);
                string(schema, string.value(), path, outcome);
            }
            default -> common(schema, value, path, outcome);
        }
        outcome.better();
    }

    private static String type(RegoValue value) {
        return switch (value) {
            case RegoNull n -> "null";
            case RegoBoolean b -> "boolean";
            case RegoNumber n -> n.isWhole() ? "integer" : "number";
            case RegoString s -> "string";
            case RegoArray a -> "array";
            default -> "object";
        };
    }

    private static String below(String path, String name) {
        return path + "." + name;
    }

    private void combinations(SchemaNode schema, RegoValue value, String path, Outcome outcome) {
        anyOf(schema.anyOf, value, path, outcome);
        oneOf(schema.oneOf, value, path, outcome);
        boolean all = true;
        for (SchemaNode each : schema.allOf) {
            Outcome own = validate(each, value, path);
            all &= own.isValid();
            outcome.merge(own);
        }
        if (!all) {
            outcome.add("number_all_of", path, "Must validate all the schemas (allOf)");
        }
        if (schema.not != null && validate(schema.not, value, path).isValid()) {
            outcome.add("number_not", path, "Must not validate the schema (not)");
        }
        if (value instanceof RegoObject object) {
            dependencies(schema, object, path, outcome);
        }
        conditions(schema, value, path, outcome);
        outcome.better();
    }

    private void anyOf(List<SchemaNode> schemas, RegoValue value, String path, Outcome outcome) {
        Outcome best = null;
        for (SchemaNode each : schemas) {
            Outcome own = validate(each, value, path);
            if (own.isValid()) {
                return;
            }
            best = best == null || own.isBetterThan(best) ? own : best;
        }
        if (best != null) {
            outcome.add("number_any_of", path, "Must validate at least one schema (anyOf)");
            outcome.merge(best);
        }
    }

    private void oneOf(List<SchemaNode> schemas, RegoValue value, String path, Outcome outcome) {
        int valid = 0;
        Outcome best = null;
        for (SchemaNode each : schemas) {
            Outcome own = validate(each, value, path);
            if (own.isValid()) {
                valid++;
            } else if (valid == 0 && (best == null || own.isBetterThan(best))) {
                best = own;
            }
        }
        if (!schemas.isEmpty() && valid != 1) {
            outcome.add("number_one_of", path, "Must validate one and only one schema (oneOf)");
            if (valid == 0 && best != null) {
                outcome.merge(best);
            }
        }
    }

    private void dependencies(SchemaNode schema, RegoObject object, String path, Outcome outcome) {
        schema.neededProperties.forEach((name, needed) -> {
            if (object.get(name) != null) {
                for (String other : needed) {
                    if (object.get(other) == null) {
                        outcome.add("missing_dependency", path, "Has a dependency on " + other);
                    }
                }
            }
        });
        schema.dependentSchemas.forEach((name, dependent) -> {
            if (object.get(name) != null) {
                validate(dependent, object, path, outcome);
            }
        });
    }

    private void conditions(SchemaNode schema, RegoValue value, String path, Outcome outcome) {
        if (schema.condition == null) {
            return;
        }
        boolean holds = validate(schema.condition, value, path).isValid();
        SchemaNode branch = holds ? schema.then : schema.otherwise;
        if (branch == null) {
            return;
        }
        Outcome own = validate(branch, value, path);
        if (!own.isValid()) {
            outcome.add(
                    holds ? "condition_then" : "condition_else",
                    path,
                    holds
                            ? "Must validate \"then\" as \"if\" was valid"
                            : "Must validate \"else\" as \"if\" was not valid");
            outcome.merge(own);
        }
    }

    private void common(SchemaNode schema, RegoValue value, String path, Outcome outcome) {
        if (schema.constant != null && !schema.constant.equals(GoJson.writeWithDoubles(value))) {
            outcome.add("const", path, Outcome.field(path) + " does not match: " + schema.constant);
        }
        if (schema.values != null && !schema.values.contains(GoJson.writeWithDoubles(value))) {
            outcome.add(
                    "enum",
                    path,
                    Outcome.field(path) + " must be one of the following: " + String.join(", ", schema.values));
        }
        if (!schema.format.isEmpty() && value instanceof RegoString s && !formats.test(schema.format, s.value())) {
            outcome.add("format", path, "Does not match format '" + schema.format + "'");
        }
        outcome.better();
    }

    private void array(SchemaNode schema, RegoArray array, String path, Outcome outcome) {
        int first = schema.firstItems.size();
        for (int i = 0; i < array.size(); i++) {
            SchemaNode item = schema.items;
            if (item == null && first > 0) {
                item = i < first ? schema.firstItems.get(i) : schema.additionalItems;
            }
            if (item != null) {
                outcome.merge(validate(item, array.get(i), below(path, Integer.toString(i))));
            }
        }
        if (schema.items == null && first > 0 && first < array.size() && schema.forbidsAdditionalItems) {
            outcome.add("array_no_additional_items", path, "No additional items allowed on array");
        }
        if (schema.minItems != null && array.size() < schema.minItems) {
            outcome.add("array_min_items", path, "Array must have at least " + schema.minItems + " items");
        }
        if (schema.maxItems != null && array.size() > schema.maxItems) {
            outcome.add("array_max_items", path, "Array must have at most " + schema.maxItems + " items");
        }
        if (schema.uniqueItems) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < array.size(); i++) {
                Integer earlier = seen.put(GoJson.writeWithDoubles(array.get(i)), i);
                if (earlier != null) {
                    outcome.add("unique", path, "array items[" + earlier + "," + i + "] must be unique");
                }
            }
        }
        if (schema.contains != null) {
            contains(schema.contains, array, path, outcome);
        }
        outcome.better();
    }

    private void contains(SchemaNode contains, RegoArray array, String path, Outcome outcome) {
        Outcome best = null;
        for (int i = 0; i < array.size(); i++) {
            Outcome own = validate(contains, array.get(i), below(path, Integer.toString(i)));
            if (own.isValid()) {
                return;
            }
            best = best == null || own.isBetterThan(best) ? own : best;
        }
        outcome.add("contains", path, "At least one of the items must match");
        if (best != null) {
            outcome.merge(best);
        }
    }

    private void object(SchemaNode schema, RegoObject object, String path, Outcome outcome) {
        if (schema.minProperties != null && object.size() < schema.minProperties) {
            outcome.add("array_min_properties", path, "Must have at least " + schema.minProperties + " properties");
        }
        if (schema.maxProperties != null && object.size() > schema.maxProperties) {
            outcome.add("array_max_properties", path, "Must have at most " + schema.maxProperties + " properties");
        }
        for (String required : schema.required) {
            if (object.get(required) != null) {
                outcome.better();
            } else {
                outcome.add("required", path, required + " is required");
            }
        }
        for (int i = 0; i < object.size(); i++) {
            String name = object.keyAt(i) instanceof RegoString s ? s.value() : "";
            property(schema, name, object.valueAt(i), path, outcome);
        }
        for (int i = 0; schema.propertyNames != null && i < object.size(); i++) {
            Outcome own = validate(schema.propertyNames, object.keyAt(i), path);
            if (!own.isValid()) {
                String name = object.keyAt(i) instanceof RegoString s ? s.value() : "";
                outcome.add("invalid_property_name", path, "Property name of \"" + name + "\" does not match");
                outcome.merge(own);
            }
        }
        outcome.better();
    }

    private void property(SchemaNode schema, String name, RegoValue value, String path, Outcome outcome) {
        boolean matched = false;
        for (Map.Entry<Pattern, SchemaNode> each : schema.patternProperties.entrySet()) {
            if (each.getKey().matcher(name).find()) {
                matched = true;
                outcome.merge(validate(each.getValue(), value, below(path, name)));
            }
        }
        if (matched) {
            outcome.better();
        } else if (!schema.properties.containsKey(name)) {
            if (schema.forbidsAdditionalProperties) {
                outcome.add("additional_property_not_allowed", path, "Additional property " + name + " is not allowed");
            } else if (schema.additionalProperties != null) {
                outcome.merge(validate(schema.additionalProperties, value, below(path, name)));
            }
        }
    }

    private static void string(SchemaNode schema, String text, String path, Outcome outcome) {
        int length = text.codePointCount(0, text.length());
        if (schema.minLength != null && length < schema.minLength) {
            outcome.add("string_gte", path, "String length must be greater than or equal to " + schema.minLength);
        }
        if (schema.maxLength != null && length > schema.maxLength) {
            outcome.add("string_lte", path, "String length must be less than or equal to " + schema.maxLength);
        }
        if (schema.pattern != null && !schema.pattern.matcher(text).find()) {
            outcome.add("pattern", path, "Does not match pattern '" + schema.pattern.pattern() + "'");
        }
        outcome.better();
    }

    private static void number(SchemaNode schema, BigDecimal value, String path, Outcome outcome) {
        if (schema.multipleOf != null && value.remainder(schema.multipleOf).signum() != 0) {
            outcome.add("multiple_of", path, "Must be a multiple of " + GoFloats.general(schema.multipleOf));
        }
        if (exceeds(value, schema.maximum, 1)) {
            outcome.add("number_lte", path, "Must be less than or equal to " + text(schema.maximum));
        }
        if (exceeds(value, schema.exclusiveMaximum, 0)) {
            outcome.add("number_lt", path, "Must be less than " + text(schema.exclusiveMaximum));
        }
        if (schema.minimum != null && value.compareTo(schema.minimum) < 0) {
            outcome.add("number_gte", path, "Must be greater than or equal to " + text(schema.minimum));
        }
        if (schema.exclusiveMinimum != null && value.compareTo(schema.exclusiveMinimum) <= 0) {
            outcome.add("number_gt", path, "Must be greater than " + text(schema.exclusiveMinimum));
        }
        outcome.better();
    }

    private static boolean exceeds(BigDecimal value, @Nullable BigDecimal bound, int least) {
        return bound != null && value.compareTo(bound) >= least;
    }

    private static String text(@Nullable BigDecimal bound) {
        return bound == null ? "" : GoFloats.general(bound);
    }
}
