package org.wayleave.engine.builtin.schema;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import org.wayleave.engine.builtin.BuiltinException;

/** What is said of a schema that is none, in OPA's words, which policies may compare. */
final class SchemaMessages {
    private SchemaMessages() {}

    static BuiltinException invalidType(String expected, String given) {
        return failed("Invalid type. Expected: " + expected + ", given: " + given);
    }

    static BuiltinException noSchema() {
        return failed("Expected: Valid Schema, given: Invalid JSON");
    }

    static BuiltinException mustBeA(String key, String type) {
        return failed(key + " must be of a " + type);
    }

    static BuiltinException mustBeAn(String key, String type) {
        return failed(key + " must be of an " + type);
    }

    static BuiltinException mustBeOfType(String key, String type) {
        return failed(key + " must be of type " + type);
    }

    static BuiltinException mustNotBeNegative(String key) {
        return failed(key + " must be greater than or equal to 0");
    }

    static BuiltinException cannotBeGreater(String key, String other) {
        return failed(key + " cannot be greater than " + other);
    }

    static BuiltinException cannotBeUsedWithout(String key, String other) {
        return failed(key + " cannot be used without " + other);
    }

    static BuiltinException mustBeUnique(String key) {
        return failed(key + " items must be unique");
    }

    static BuiltinException unknownType(String type) {
        return failed("has a primitive type that is NOT VALID -- given: /" + type
                + "/ Expected valid values are:[array boolean integer number null object string]");
    }
}
