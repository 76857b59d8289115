package org.wayleave.engine.builtin.schema;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.schema.SchemaMessages.cannotBeGreater;
import static org.wayleave.engine.builtin.schema.SchemaMessages.cannotBeUsedWithout;
import static org.wayleave.engine.builtin.schema.SchemaMessages.invalidType;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeA;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeAn;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustBeUnique;
import static org.wayleave.engine.builtin.schema.SchemaMessages.mustNotBeNegative;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.GoJson;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** The keywords of a schema that say something of a value by themselves (draft-wright-json-schema-validation, section 6). */
final class Assertions {
    private static final Set<String> TYPES =
            Set.of("array", "boolean", "integer", "number", "null", "object", "string");

    private Assertions() {}

    static void types(SchemaNode node, RegoObject m) {
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

    static void numbers(SchemaNode node, RegoObject m) {
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

    static void strings(SchemaNode node, RegoObject m) {
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

    static void objects(SchemaNode node, RegoObject m) {
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

    static void arrays(SchemaNode node, RegoObject m) {
        node.minItems = count(m, "minItems");
        node.maxItems = count(m, "maxItems");
        RegoValue unique = m.get("uniqueItems");
        if (unique != null && !(unique instanceof RegoBoolean)) {
            throw mustBeA("uniqueItems", "boolean");
        }
        node.uniqueItems = isTrue(unique);
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

    static void values(SchemaNode node, RegoObject m) {
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

    private static boolean isTrue(@Nullable RegoValue value) {
        return value instanceof RegoBoolean b && b.value();
    }

    static Pattern pattern(String text, String problem) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw failed(problem);
        }
    }

    static @Nullable String string(RegoObject m, String key) {
        RegoValue value = m.get(key);
        if (value != null && !(value instanceof RegoString)) {
            throw invalidType("string", key);
        }
        return value instanceof RegoString s ? s.value() : null;
    }

    static RegoArray list(RegoObject m, String key) {
        RegoValue value = m.get(key);
        if (value != null && !(value instanceof RegoArray)) {
            throw mustBeAn(key, "array");
        }
        return value instanceof RegoArray a ? a : RegoArray.EMPTY;
    }
}
