package org.wayleave.engine.builtin.schema;

import java.util.List;
import java.util.function.BiPredicate;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoValue;

/** A schema ready to validate. Immutable. */
public final class JsonSchema {
    private final SchemaNode root;

    private JsonSchema(SchemaNode root) {
        this.root = root;
    }

    /**
     * Compiles a schema. References lead into the document itself; others are refused.
     *
     * @throws BuiltinException when the document is no schema; the message is OPA's
     */
    public static JsonSchema compile(RegoValue document) {
        return new JsonSchema(SchemaCompiler.compile(document));
    }

    /**
     * Where a document does not keep to the schema.
     *
     * @param formats whether the second text is of the format named first
     * @param step called for each schema that is held against a value
     */
    public List<SchemaError> errors(RegoValue document, BiPredicate<String, String> formats, Runnable step) {
        return new SchemaValidation(formats, step)
                .validate(root, document, Outcome.ROOT)
                .errors();
    }
}
