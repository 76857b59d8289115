package org.wayleave.engine.value;

import java.util.Locale;

/** The types of Rego's values, in the order in which Rego sorts values of different types. */
public enum RegoType {
    /** The type of null. */
    NULL,
    /** The type of true and false. */
    BOOLEAN,
    /** The type of numbers. */
    NUMBER,
    /** The type of strings. */
    STRING,
    /** The type of arrays. */
    ARRAY,
    /** The type of objects. */
    OBJECT,
    /** The type of sets. */
    SET;

    private final String rego = name().toLowerCase(Locale.ROOT);

    /** {@return the name as Rego's {@code type_name} and OPA's messages give it} */
    public String regoName() {
        return rego;
    }
}
