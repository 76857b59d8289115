package org.wayleave.engine.value;

import java.util.Locale;

/** The types of Rego's values, in the order in which Rego sorts values of different types. */
public enum RegoType {
    NULL,
    BOOLEAN,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT,
    SET;

    private final String rego = name().toLowerCase(Locale.ROOT);

    /** The name as Rego's {@code type_name} and OPA's messages give it. */
    public String regoName() {
        return rego;
    }
}
