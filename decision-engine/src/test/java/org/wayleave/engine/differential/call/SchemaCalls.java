package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** JSON Schemas of every draft that OPA reads, a few of them wrong in one place, and documents to hold against them. */
final class SchemaCalls implements CallFamily {
    private static final List<String> KEYWORDS = List.of(
            "type",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "patternProperties",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minItems",
            "maxItems",
            "uniqueItems",
            "contains",
            "enum",
            "const",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "dependencies",
            "if",
            "then",
            "else",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "additionalItems",
            "$ref",
            "definitions",
            "title");
    private static final List<String> TYPES =
            List.of("object", "array", "string", "number", "integer", "boolean", "null", "object", "string");
    private static final List<String> REFERENCES = List.of(
            "#/definitions/d",
            "#",
            "#/definitions/none",
            "http://json-schema.org/draft-07/schema#",
            "http://json-schema.org/draft-04/schema#",
            "http://json-schema.org/draft-06/schema",
            "#d",
            "http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger",
            "http://json-schema.org/draft-04/schema#/definitions/positiveInteger");
    private static final List<String> FORMATS = List.of(
            "date",
            "time",
            "date-time",
            "email",
            "hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uuid",
            "regex",
            "json-pointer",
            "nothing",
            "uri-reference",
            "uri-template",
            "relative-json-pointer",
            "iri",
            "idn-email");
    private static final List<String> FORMATTED = List.of(
            "2020-01-02",
            "2020-02-30",
            "03:04:05",
            "2020-01-02T03:04:05Z",
            "a@b.c",
            "a b",
            "1.2.3.4",
            "::1",
            "http://a/b",
            "/a/b",
            "a/{b}",
            "x.example",
            "-x",
            "0/a",
            "[",
            "123e4567-e89b-12d3-a456-426614174000",
            "mailto:a@b",
            "1.2.3",
            "é.de",
            "");

    @Override
    public List<String> functions() {
        return List.of("json.match_schema", "json.verify_schema");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        RegoValue schema = schema(choices, 3, true, false);
        RegoValue text =
                schema instanceof RegoObject && !choices.oneIn(4) ? schema : RegoString.of(RegoJson.write(schema));
        if (function.equals("json.verify_schema")) {
            return List.of(text);
        }
        RegoValue document = document(choices);
        RegoValue given = document instanceof RegoObject ? document : RegoString.of(RegoJson.write(document));
        return List.of(given, text);
    }

    private static RegoValue document(Choices choices) {
        if (choices.oneIn(3)) {
            return RegoString.of(choices.from(FORMATTED));
        }
        return choices.oneIn(4) ? schema(choices, 1, false, false) : choices.json(3);
    }

    /** {@code inside}: about a part of the document, so that the whole schema may stand for it without going in circles. */
    private static RegoValue schema(Choices choices, int depth, boolean root, boolean inside) {
        if (choices.oneIn(15)) {
            return RegoBoolean.of(choices.oneIn(2));
        }
        RegoObject.Builder schema = RegoObject.builder();
        if (root && choices.oneIn(2)) {
            schema.put(
                    "$schema",
                    RegoString.of(choices.of(
                            "http://json-schema.org/draft-04/schema#",
                            "http://json-schema.org/draft-06/schema#",
                            "http://json-schema.org/draft-07/schema#",
                            "http://json-schema.org/draft-07/schema",
                            "https://json-schema.org/draft/2020-12/schema")));
        }
        int count = 1 + choices.below(depth > 1 ? 4 : 2);
        for (int i = 0; i < count; i++) {
            String keyword = choices.from(KEYWORDS);
            schema.put(keyword, keyword(choices, keyword, depth, inside));
        }
        if (root && choices.oneIn(3)) {
            RegoObject named = (RegoObject) below(choices, 1, false);
            named = choices.oneIn(2) ? named.with(choices.of("id", "$id"), RegoString.of("#d")) : named;
            schema.put("definitions", RegoObject.builder().put("d", named).build());
        }
        // A reference against an address of its own may lead in a circle, on which OPA crashes.
        if (root && choices.oneIn(6) && !RegoJson.write(schema.build()).contains("$ref")) {
            schema.put(choices.of("id", "$id"), RegoString.of(choices.of("http://x/y", "y", "http://x/y#")));
        }
        return schema.build();
    }

    private static RegoValue below(Choices choices, int depth, boolean inside) {
        return depth <= 1
                ? RegoObject.builder()
                        .put("type", RegoString.of(choices.from(TYPES)))
                        .build()
                : schema(choices, depth - 1, false, inside);
    }

    private static RegoValue keyword(Choices choices, String keyword, int depth, boolean inside) {
        if (choices.oneIn(60)) {
            return choices.json(1); // a keyword of a wrong type
        }
        return switch (keyword) {
            case "type" ->
                choices.oneIn(4)
                        ? RegoArray.of(
                                List.of(RegoString.of("string"), RegoString.of(choices.of("number", "null", "array"))))
                        : RegoString.of(choices.oneIn(40) ? "thing" : choices.from(TYPES));
            case "properties", "patternProperties", "definitions" ->
                RegoObject.builder()
                        .put(choices.of("a", "b", "^a", "a"), below(choices, depth, !keyword.equals("definitions")))
                        .build();
            case "required" -> RegoArray.of(List.of(RegoString.of(choices.of("a", "b"))));
            case "items" ->
                choices.oneIn(3)
                        ? RegoArray.of(choices.many(1, 2, () -> below(choices, depth, true)))
                        : below(choices, depth, true);
            case "additionalProperties", "additionalItems" ->
                choices.oneIn(2) ? RegoBoolean.of(choices.oneIn(2)) : below(choices, depth, true);
            case "contains", "not", "if", "then", "else", "propertyNames" -> below(choices, depth, inside);
            case "minimum", "maximum", "multipleOf" ->
                RegoJson.parse(choices.of("1", "2", "0.1", "10", "1e2", "-1", "1.50"));
            case "exclusiveMinimum", "exclusiveMaximum" -> RegoJson.parse(choices.of("1", "5", "true", "false", "2.5"));
            case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" ->
                choices.oneIn(10) ? RegoJson.parse(choices.of("-1", "1.5", "1.0")) : RegoNumber.of(choices.below(4));
            case "pattern" -> RegoString.of(choices.of("^a", "b$", "[0-9]+", "é", "("));
            case "format" -> RegoString.of(choices.from(FORMATS));
            case "uniqueItems" -> RegoBoolean.of(!choices.oneIn(3));
            case "enum" -> RegoArray.of(choices.many(1, 3, () -> choices.json(1)));
            case "const" -> choices.json(2);
            case "allOf", "anyOf", "oneOf" -> RegoArray.of(choices.many(1, 3, () -> below(choices, depth, inside)));
            case "dependencies" ->
                RegoObject.builder()
                        .put(
                                "a",
                                choices.oneIn(2)
                                        ? RegoArray.of(List.of(RegoString.of("b")))
                                        : below(choices, depth, inside))
                        .build();
            case "$ref" -> RegoString.of(reference(choices, inside));
            default -> RegoString.of("x");
        };
    }

    private static String reference(Choices choices, boolean inside) {
        String reference = choices.from(REFERENCES);
        return !inside && (reference.equals("#") || reference.equals("#d")) ? "#/definitions/d" : reference;
    }
}
