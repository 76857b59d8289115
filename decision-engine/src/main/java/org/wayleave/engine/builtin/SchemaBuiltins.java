package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.List;
import org.wayleave.engine.builtin.schema.JsonSchema;
import org.wayleave.engine.builtin.schema.SchemaError;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** JSON Schema: whether a schema is one, and where a document does not keep to it. */
final class SchemaBuiltins {
    private SchemaBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("json.verify_schema", (context, args) -> verify(context, args[0]));
        table.add("json.match_schema", SchemaBuiltins::match);
    }

    private static RegoValue verify(BuiltinContext context, RegoValue schema) {
        try {
            compiled(context, schema);
            return RegoArray.of(RegoBoolean.TRUE, RegoNull.NULL);
        } catch (BuiltinException e) {
            return RegoArray.of(RegoBoolean.FALSE, RegoString.of("jsonschema: " + e.getMessage()));
        }
    }

    private static RegoValue match(BuiltinContext context, RegoValue[] args) {
        RegoValue document = json(args[0]);
        List<SchemaError> errors =
                compiled(context, args[1]).errors(document, SchemaFormats::isOf, () -> context.spend(1));
        return RegoArray.of(
                RegoBoolean.of(errors.isEmpty()),
                RegoArray.of(errors.stream().map(SchemaBuiltins::printed).toList()));
    }

    private static JsonSchema compiled(BuiltinContext context, RegoValue schema) {
        return context.caches().schema(schema, document -> JsonSchema.compile(json(document)));
    }

    /** The JSON of a text, or of an object or array. */
    private static RegoValue json(RegoValue value) {
        if (value instanceof RegoString text) {
            try {
                return RegoJson.parse(text.value());
            } catch (RegoJsonException e) {
                throw failed("invalid JSON string");
            }
        }
        if (value instanceof RegoObject || value instanceof RegoArray) {
            return RegoJson.parse(RegoJson.write(value));
        }
        throw failed("wrong type, expected string or object");
    }

    private static RegoValue printed(SchemaError error) {
        return RegoObject.builder()
                .put("error", RegoString.of(error.field() + ": " + error.description()))
                .put("type", RegoString.of(error.type()))
                .put("field", RegoString.of(error.field()))
                .put("desc", RegoString.of(error.description()))
                .build();
    }
}
