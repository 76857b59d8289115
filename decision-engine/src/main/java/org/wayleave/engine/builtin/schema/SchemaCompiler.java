package org.wayleave.engine.builtin.schema;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.schema.SchemaMessages.invalidType;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeAn;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeOfType;
import static org.wayleave.engine.builtin.schema.SchemaMessages.noSchema;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Makes schemas ready to validate: here the keywords that hold schemas, in {@link Assertions} the others. Keywords are looked at in the order in which OPA does, so the first error is the same. */
final class SchemaCompiler {
    private static final int MAX_DEPTH = 500;

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
        Assertions.string(m, oldId ? "id" : "$id");
        definitions(node, m);
        Assertions.string(m, "title");
        Assertions.string(m, "description");
        String reference = Assertions.string(m, "$ref");
        if (reference != null && refer(node, reference)) {
            return;
        }
        Assertions.types(node, m);
        objectKeywords(node, m);
        arraySchemas(node, m);
        Assertions.numbers(node, m);
        Assertions.strings(node, m);
        Assertions.objects(node, m);
        Assertions.arrays(node, m);
        contains(node, m);
        Assertions.values(node, m);
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

    private static boolean isSchema(@Nullable RegoValue value) {
        return value instanceof RegoBoolean || value instanceof RegoObject;
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
                Pattern pattern =
                        Assertions.pattern(name(all.keyAt(i)), "Invalid regex pattern '" + name(all.keyAt(i)) + "'");
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

    private void contains(SchemaNode node, RegoObject m) {
        RegoValue contains = m.get("contains");
        if (contains != null && node.draft.isAtLeast(Draft.DRAFT_6)) {
            node.contains = compile(contains, node);
        }
    }

    private void combinations(SchemaNode node, RegoObject m) {
        Assertions.list(m, "oneOf").forEach(each -> node.oneOf.add(compile(each, node)));
        Assertions.list(m, "anyOf").forEach(each -> node.anyOf.add(compile(each, node)));
        Assertions.list(m, "allOf").forEach(each -> node.allOf.add(compile(each, node)));
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
}
