package org.wayleave.engine.batch;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** What a part of the input looks like, as far as is known before a row is seen. */
sealed interface Shape {
    /** An object with named members; unless it is closed, what else it holds is not known. */
    record Fields(Map<String, Field> members, boolean closed) implements Shape {}

    /** A member of an object. */
    record Field(Shape shape, boolean required) {}

    /** An object with keys that only the row knows, all values of one shape. */
    record Entries(Shape each) implements Shape {}

    /** One scalar; a string is usually one of some texts, as far as these are known. */
    record Scalar(ScalarKind kind, Set<String> texts) implements Shape {
        Scalar(ScalarKind kind) {
            this(kind, Set.of());
        }
    }

    /** An array of strings. */
    record Texts() implements Shape {}

    /** Always this value. */
    record Fixed(RegoValue value) implements Shape {}

    /** Never there. */
    record Absent() implements Shape {}

    /** A value of one of these types. */
    record Mixed(Set<RegoType> types) implements Shape {
        /** Anything at all. */
        static final Mixed ANYTHING = new Mixed(EnumSet.allOf(RegoType.class));
    }

    /** The type of a scalar. */
    enum ScalarKind {
        TEXT,
        WHOLE,
        REAL,
        TRUTH
    }
}
