package org.wayleave.engine.builtin.schema;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.schema.SchemaMessages.cannotBeGreater;
import static org.wayleave.engine.builtin.schema.SchemaMessages.cannotBeUsedWithout;
import static org.wayleave.engine.builtin.schema.SchemaMessages.invalidType;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeA;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeAn;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeOfType;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeUnique;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustNotBeNegative;
import static org.wayleave.engine.builtin.schema.SchemaMessages.noSchema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.GoJson;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Makes schemas ready to validate. Keywords are looked at in the order in which OPA does, so the first error is the same. */
final class SchemaCompiler {
    private static final int MAX_DEPTH = 500;
    private static final Set<String> TYPES =
            Set.of("array", "boolean", "integer", "number", "null", "object", "string");

    private final SchemaDocuments documents;
    private final Map<String, SchemaNode> references = new HashMap<>();
    private int depth;

    private SchemaCompiler(Draft draft) {
        this.documents = new SchemaDocuments(draft);
    }

    /**
     * Compiles a schema.
     *
     * @throws BuiltinException when it is none
     */
    static SchemaNode compile(RegoValue document) {
        Draft draft = Draft.MIXED;
        if (!(document instanceof RegoBoolean)) {
            if (!(document instanceof RegoObject object)) {
                throw failed("schema is invalid");
            }
            RegoValue named = object.get("$schema");
            if (named != null) {
                if (!(named instanceof RegoString s)) {
                    throw mustBeOfType("$schema", "string");
                }
                draft = Draft.named(s.value());
            }
        }
        SchemaCompiler compiler = new SchemaCompiler(draft);
        SchemaNode root = new SchemaNode(draft);
        compiler.fill(root, compiler.documents.add(document));
        return root;
    }

    private SchemaNode compile(RegoValue schema, SchemaNode parent) {
        SchemaNode node = new SchemaNode(parent.draft);
        fill(node, schema);
        return node;
    }

    private void fill(SchemaNode node, RegoValue schema) {
        if (++depth > MAX_DEPTH) {
            throw failed("the schema is nested deeper than " + MAX_DEPTH);
        }
        if (schema instanceof RegoBoolean b && node.draft.isAtLeast(Draft.DRAFT_6)) {
            node.pass = b.value();
        } else if (schema instanceof RegoObject object) {
            keywords(node, object);
        } else {
            throw noSchema();
        }
        depth--;
    }

    private void keywords(SchemaNode node, RegoObject m) {
        boolean oldId = node.draft == Draft.DRAFT_4 || (node.draft == Draft.MIXED && m.get("id") != null);
        string(m, oldId ? "id" : "$id");
        definitions(node, m);
        string(m, "title");
        string(m, "description");
        String reference = string(m, "$ref");
        if (reference != null && refer(node, reference)) {
            return;
        }
        types(node, m);
        objectKeywords(node, m);
        arraySchemas(node, m);
        numberKeywords(node, m);
        stringKeywords(node, m);
        objectBounds(node, m);
        arrayBounds(node, m);
        valueKeywords(node, m);
        combinations(node, m);
        conditions(node, m);
    }

    /** Takes over a reference; true when it is met for the first time, and the keywords beside it do not count. */
    private boolean refer(SchemaNode node, String reference) {
        String address = reference.endsWith("#") ? reference.substring(0, reference.length() - 1) : reference;
        SchemaNode known = references.get(address);
        if (known != null) {
            node.reference = known;
            return false;
        }
        RegoValue schema = documents.get(address);
        SchemaNode target = new SchemaNode(documents.draft(address));
        references.put(address, target);
        if (!(schema instanceof RegoBoolean) && !(schema instanceof RegoObject)) {
            throw mustBeOfType("Valid Schema", "object");
        }
        fill(target, schema);
        node.reference = target;
        return true;
    }

    private void definitions(SchemaNode node, RegoObject m) {
        RegoValue definitions = m.get("definitions");
        if (definitions == null) {
            return;
        }
        if (!(definitions instanceof RegoObject all)) {
            throw invalidType("Array Of Schemas", "definitions");
        }
        for (int i = 0; i < all.size(); i++) {
            if (!isSchema(all.valueAt(i))) {
                throw invalidType("Array Of Schemas", "definitions");
            }
            compile(all.valueAt(i), node);
        }
    }

    private static boolean isTrue(@Nullable RegoValue value) {
        return value instanceof RegoBoolean b && b.value();
    }

    private static boolean isSchema(@Nullable RegoValue value) {
        return value instanceof RegoBoolean || value instanceof RegoObject;
    }

    private static void types(SchemaNode node, RegoObject m) {
        RegoValue type = m.get("type");
        if (type instanceof RegoString one) {
            addType(node, one.value());
        } else if (type instanceof RegoArray several) {
            for (RegoValue each : several) {
                if (!(each instanceof RegoString s)) {
                    throw invalidType("type", "string/Array Of Strings");
                }
                addType(node, s.value());
            }
        } else if (type != null) {
            throw invalidType("type", "string/Array Of Strings");
        }
    }

    private static void addType(SchemaNode node, String type) {
        if (!TYPES.contains(type)) {
            throw SchemaMessages.unknownType(type);
        }
        if (node.types.contains(type)) {
            throw failed(type + " type is duplicated");
        }
        node.types.add(type);
    }

    private void objectKeywords(SchemaNode node, RegoObject m) {
        RegoValue properties = m.get("properties");
        if (properties != null) {
            if (!(properties instanceof RegoObject all)) {
                throw mustBeOfType("Properties", "object");
            }
            for (int i = 0; i < all.size(); i++) {
                node.properties.put(name(all.keyAt(i)), compile(all.valueAt(i), node));
            }
        }
        RegoValue additional = m.get("additionalProperties");
        if (additional instanceof RegoBoolean b) {
            node.forbidsAdditionalProperties = !b.value();
        } else if (additional instanceof RegoObject) {
            node.additionalProperties = compile(additional, node);
        } else if (additional != null) {
            throw invalidType("boolean/Valid Schema", "additionalProperties");
        }
        RegoValue patterns = m.get("patternProperties");
        if (patterns != null && !(patterns instanceof RegoObject)) {
            throw invalidType("Valid Schema", "patternProperties");
        }
        if (patterns instanceof RegoObject all) {
            for (int i = 0; i < all.size(); i++) {
                Pattern pattern = pattern(name(all.keyAt(i)), "Invalid regex pattern '" + name(all.keyAt(i)) + "'");
                node.patternProperties.put(pattern, compile(all.valueAt(i), node));
            }
        }
        RegoValue names = m.get("propertyNames");
        if (names != null && node.draft.isAtLeast(Draft.DRAFT_6)) {
            if (!isSchema(names)) {
                throw invalidType("Valid Schema", "patternProperties");
            }
            node.propertyNames = compile(names, node);
        }
        dependencies(node, m);
    }

    private static String name(RegoValue key) {
        return key instanceof RegoString s ? s.value() : key.toString();
    }

    private static Pattern pattern(String text, String problem) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw failed(problem);
        }
    }

    private void dependencies(SchemaNode node, RegoObject m) {
        RegoValue dependencies = m.get("dependencies");
        if (dependencies == null) {
            return;
        }
        if (!(dependencies instanceof RegoObject all)) {
            throw mustBeOfType("dependencies", "object");
        }
        for (int i = 0; i < all.size(); i++) {
            String name = name(all.keyAt(i));
            RegoValue dependency = all.valueAt(i);
            if (dependency instanceof RegoArray needed) {
                List<String> names = new ArrayList<>();
                for (RegoValue each : needed) {
                    if (!(each instanceof RegoString s)) {
                        throw mustBeOfType("Dependency", "Schema Or Array Of Strings");
                    }
                    names.add(s.value());
                }
                node.neededProperties.put(name, names);
            } else if (isSchema(dependency)) {
                node.dependentSchemas.put(name, compile(dependency, node));
            } else {
                throw mustBeOfType("Dependency", "Schema Or Array Of Strings");
            }
        }
    }

    private void arraySchemas(SchemaNode node, RegoObject m) {
        RegoValue items = m.get("items");
        if (items instanceof RegoArray first) {
            for (RegoValue item : first) {
                if (!isSchema(item)) {
                    throw invalidType("Valid Schema/Array Of Schemas", "items");
                }
                node.firstItems.add(compile(item, node));
            }
        } else if (items instanceof RegoBoolean || items instanceof RegoObject) {
            node.items = compile(items, node);
        } else if (items != null) {
            throw invalidType("Valid Schema/Array Of Schemas", "items");
        }
        RegoValue additional = m.get("additionalItems");
        if (additional instanceof RegoBoolean b) {
            node.forbidsAdditionalItems = !b.value();
        } else if (additional instanceof RegoObject) {
            node.additionalItems = compile(additional, node);
        } else if (additional != null) {
            throw invalidType("boolean/Valid Schema", "additionalItems");
        }
    }

    private static void numberKeywords(SchemaNode node, RegoObject m) {
        if (m.get("multipleOf") != null) {
            if (!(m.get("multipleOf") instanceof RegoNumber n)) {
                throw invalidType("Number", "multipleOf");
            }
            if (n.decimal().signum() <= 0) {
                throw failed("multipleOf must be strictly greater than 0");
            }
            node.multipleOf = n.decimal();
        }
        node.minimum = bound(m, "minimum");
        BigDecimal aboveMinimum = exclusive(node, m, "exclusiveMinimum", "minimum", node.minimum);
        node.exclusiveMinimum = aboveMinimum;
        if (aboveMinimum != null && isTrue(m.get("exclusiveMinimum"))) {
            node.minimum = null;
        }
        node.maximum = bound(m, "maximum");
        BigDecimal belowMaximum = exclusive(node, m, "exclusiveMaximum", "maximum", node.maximum);
        node.exclusiveMaximum = belowMaximum;
        if (belowMaximum != null && isTrue(m.get("exclusiveMaximum"))) {
            node.maximum = null;
        }
    }

    private static @Nullable BigDecimal bound(RegoObject m, String key) {
        RegoValue value = m.get(key);
        if (value != null && !(value instanceof RegoNumber)) {
            throw mustBeA(key, "Number");
        }
        return value instanceof RegoNumber n ? n.decimal() : null;
    }

    /** In draft 4 a flag that the bound itself is excluded, later a bound of its own. */
    private static @Nullable BigDecimal exclusive(
            SchemaNode node, RegoObject m, String key, String boundKey, @Nullable BigDecimal bound) {
        RegoValue value = m.get(key);
        if (value == null) {
            return null;
        }
        boolean flagAllowed = node.draft == Draft.DRAFT_4 || node.draft == Draft.MIXED;
        if (value instanceof RegoBoolean flag && flagAllowed) {
            if (bound == null) {
                throw cannotBeUsedWithout(key, boundKey);
            }
            return flag.value() ? bound : null;
        }
        if (value instanceof RegoNumber n && node.draft != Draft.DRAFT_4) {
            return n.decimal();
        }
        throw invalidType(
                switch (node.draft) {
                    case DRAFT_4 -> "boolean";
                    case MIXED -> "boolean/number";
                    default -> "number";
                },
                key);
    }

    private static void stringKeywords(SchemaNode node, RegoObject m) {
        node.minLength = count(m, "minLength");
        node.maxLength = count(m, "maxLength");
        inOrder(node.minLength, node.maxLength, "minLength", "maxLength");
        String pattern = string(m, "pattern");
        if (pattern != null) {
            node.pattern = pattern(pattern, "pattern must be a valid regex");
        }
        String format = string(m, "format");
        node.format = format == null ? "" : format;
    }

    private static void objectBounds(SchemaNode node, RegoObject m) {
        node.minProperties = count(m, "minProperties");
        node.maxProperties = count(m, "maxProperties");
        inOrder(node.minProperties, node.maxProperties, "minProperties", "maxProperties");
        for (RegoValue required : list(m, "required")) {
            if (!(required instanceof RegoString s)) {
                throw invalidType("string", "required");
            }
            if (node.required.contains(s.value())) {
                throw mustBeUnique("required");
            }
            node.required.add(s.value());
        }
    }

    private static void inOrder(@Nullable Long least, @Nullable Long most, String key, String other) {
        if (least != null && most != null && least > most) {
            throw cannotBeGreater(key, other);
        }
    }

    private void arrayBounds(SchemaNode node, RegoObject m) {
        node.minItems = count(m, "minItems");
        node.maxItems = count(m, "maxItems");
        RegoValue unique = m.get("uniqueItems");
        if (unique != null && !(unique instanceof RegoBoolean)) {
            throw mustBeA("uniqueItems", "boolean");
        }
        node.uniqueItems = isTrue(unique);
        RegoValue contains = m.get("contains");
        if (contains != null && node.draft.isAtLeast(Draft.DRAFT_6)) {
            node.contains = compile(contains, node);
        }
    }

    private static @Nullable Long count(RegoObject m, String key) {
        RegoValue value = m.get(key);
        if (value == null) {
            return null;
        }
        // Written as 1.0 it is whole, yet not taken for it.
        if (!(value instanceof RegoNumber n) || !n.isLong() || n.isWrittenAsFraction()) {
            throw mustBeAn(key, "integer");
        }
        if (n.longValue() < 0) {
            throw mustNotBeNegative(key);
        }
        return n.longValue();
    }

    private static void valueKeywords(SchemaNode node, RegoObject m) {
        RegoValue constant = m.get("const");
        if (constant != null && node.draft.isAtLeast(Draft.DRAFT_6)) {
            node.constant = GoJson.writeWithDoubles(constant);
        }
        RegoValue values = m.get("enum");
        if (values != null) {
            List<String> texts = new ArrayList<>();
            for (RegoValue value : list(m, "enum")) {
                String text = GoJson.writeWithDoubles(value);
                if (texts.contains(text)) {
                    throw mustBeUnique("enum");
                }
                texts.add(text);
            }
            node.values = texts;
        }
    }

    private void combinations(SchemaNode node, RegoObject m) {
        list(m, "oneOf").forEach(each -> node.oneOf.add(compile(each, node)));
        list(m, "anyOf").forEach(each -> node.anyOf.add(compile(each, node)));
        list(m, "allOf").forEach(each -> node.allOf.add(compile(each, node)));
        node.not = part(node, m, "not");
    }

    private void conditions(SchemaNode node, RegoObject m) {
        if (node.draft.isAtLeast(Draft.DRAFT_7)) {
            node.condition = part(node, m, "if");
            node.then = part(node, m, "then");
            node.otherwise = part(node, m, "else");
        }
    }

    private @Nullable SchemaNode part(SchemaNode node, RegoObject m, String key) {
        RegoValue value = m.get(key);
        if (value == null) {
            return null;
        }
        if (!isSchema(value)) {
            throw mustBeAn(key, "object");
        }
        return compile(value, node);
    }

    private static @Nullable String string(RegoObject m, String key) {
        RegoValue value = m.get(key);
        if (value != null && !(value instanceof RegoString)) {
            throw invalidType("string", key);
        }
        return value instanceof RegoString s ? s.value() : null;
    }

    private static RegoArray list(RegoObject m, String key) {
        RegoValue value = m.get(key);
        if (value != null && !(value instanceof RegoArray)) {
            throw mustBeAn(key, "array");
        }
        return value instanceof RegoArray a ? a : RegoArray.EMPTY;
    }
}
