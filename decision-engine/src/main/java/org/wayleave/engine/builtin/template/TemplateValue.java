package org.wayleave.engine.builtin.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wayleave.engine.builtin.GoFloats;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A value while a template runs. OPA hands numbers of the data to templates as texts, so they behave as strings there;
 * numbers written in the template are numbers.
 */
sealed interface TemplateValue {
    /** No value at all. */
    enum Missing implements TemplateValue {
        VALUE
    }

    /** A value of Rego, which the template is filled with. */
    record OfRego(RegoValue value) implements TemplateValue {}

    /** A whole number of the template. */
    record Whole(long value) implements TemplateValue {}

    /** A number with a fraction or an exponent of the template. */
    record Real(double value) implements TemplateValue {}

    static TemplateValue of(RegoValue value) {
        return new OfRego(value);
    }

    static TemplateValue of(String text) {
        return new OfRego(RegoString.of(text));
    }

    static TemplateValue of(boolean value) {
        return new OfRego(RegoBoolean.of(value));
    }

    /** This value, or no value for null. */
    default TemplateValue direct() {
        return this instanceof OfRego d && d.value() instanceof RegoNull ? Missing.VALUE : this;
    }

    default boolean isMissing() {
        return this == Missing.VALUE;
    }

    /** Whether it counts as true: not empty, not false, not zero. */
    default boolean isTrue() {
        return switch (this) {
            case Missing m -> false;
            case Whole w -> w.value != 0;
            case Real r -> r.value != 0;
            case OfRego d ->
                switch (d.value) {
                    case RegoNull n -> false;
                    case RegoBoolean b -> b.value();
                    case RegoNumber n -> true;
                    case RegoString s -> !s.value().isEmpty();
                    case RegoArray a -> a.size() > 0;
                    case RegoSet s -> s.size() > 0;
                    case RegoObject o -> o.size() > 0;
                };
        };
    }

    /** Whether it is a string to Go, numbers of the data included. */
    default boolean isText() {
        return this instanceof OfRego d && (d.value() instanceof RegoString || d.value() instanceof RegoNumber);
    }

    /** The value as Go's {@code fmt} prints it by itself. */
    default String printed() {
        return switch (this) {
            case Missing m -> "<nil>";
            case Whole w -> Long.toString(w.value);
            case Real r -> GoFloats.general(r.value);
            case OfRego d -> printed(d.value);
        };
    }

    private static String printed(RegoValue value) {
        return switch (value) {
            case RegoNull n -> "<nil>";
            case RegoString s -> s.value();
            case RegoArray a ->
                "["
                        + String.join(
                                " ",
                                a.toList().stream().map(TemplateValue::printed).toList()) + "]";
            case RegoSet s -> printed(list(s));
            case RegoObject o -> {
                List<String> entries = new ArrayList<>();
                for (int i = 0; i < o.size(); i++) {
                    RegoValue key = o.keyAt(i);
                    entries.add((key instanceof RegoString s ? s.value() : RegoJson.write(key)) + ":"
                            + printed(o.valueAt(i)));
                }
                yield "map[" + String.join(" ", entries) + "]";
            }
            case RegoNumber n -> n.toString();
            case RegoBoolean b -> b.toString();
        };
    }

    /** Sets are lists in JSON. */
    static RegoArray list(RegoSet set) {
        List<RegoValue> items = new ArrayList<>();
        set.forEach(items::add);
        return RegoArray.of(Collections.unmodifiableList(items));
    }
}
