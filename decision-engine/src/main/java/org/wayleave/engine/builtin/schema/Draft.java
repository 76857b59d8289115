package org.wayleave.engine.builtin.schema;

/** Which version of JSON Schema holds; a schema that names none may mix their keywords. */
enum Draft {
    DRAFT_4,
    DRAFT_6,
    DRAFT_7,
    MIXED;

    /** The draft of a {@code $schema}. */
    static Draft named(String url) {
        return switch (url.endsWith("#") ? url.substring(0, url.length() - 1) : url) {
            case "http://json-schema.org/draft-04/schema" -> DRAFT_4;
            case "http://json-schema.org/draft-06/schema" -> DRAFT_6;
            case "http://json-schema.org/draft-07/schema" -> DRAFT_7;
            default -> MIXED;
        };
    }

    boolean isAtLeast(Draft other) {
        return compareTo(other) >= 0;
    }
}
