package org.wayleave.engine.builtin.template;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.GoFloats;
import org.wayleave.engine.builtin.format.GoArgument;
import org.wayleave.engine.builtin.format.GoFormat;
import org.wayleave.engine.value.Printable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
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

    /** An imaginary number of the template, or the sum of one and a real one. */
    record Complex(double real, double imaginary) implements TemplateValue {}

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
            case Complex c -> c.real != 0 || c.imaginary != 0;
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
            case Complex c -> GoFormat.format("%v", List.of(new GoArgument.Complex(c.real, c.imaginary)));
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
            case RegoSet s -> throw new IllegalStateException("No set reaches a template.");
            case RegoObject o -> {
                List<String> entries = new ArrayList<>();
                for (int i = 0; i < o.size(); i++) {
                    entries.add(name(o.keyAt(i)) + ":" + printed(o.valueAt(i)));
                }
                yield "map[" + String.join(" ", entries) + "]";
            }
            case RegoNumber n -> n.toString();
            case RegoBoolean b -> b.toString();
        };
    }

    /**
     * The data as a template gets it. OPA hands it over as the text of the value read as JSON, so a set, a key that is
     * no string or a character that Rego writes in another way than JSON makes the call fail.
     *
     * @throws BuiltinException when the text of the value is no JSON
     */
    static TemplateValue data(RegoValue value) {
        if (!isJson(value)) {
            throw BuiltinException.failed("the variables of the template are no JSON as Rego writes them");
        }
        return of(value);
    }

    private static boolean isJson(RegoValue value) {
        return switch (value) {
            case RegoSet s -> false;
            case RegoString s -> s.value().codePoints().allMatch(TemplateValue::isWrittenAsInJson);
            case RegoArray a -> a.toList().stream().allMatch(TemplateValue::isJson);
            case RegoObject o -> {
                for (int i = 0; i < o.size(); i++) {
                    if (!(o.keyAt(i) instanceof RegoString) || !isJson(o.keyAt(i)) || !isJson(o.valueAt(i))) {
                        yield false;
                    }
                }
                yield true;
            }
            default -> true;
        };
    }

    private static boolean isWrittenAsInJson(int c) {
        return Printable.is(c) || (c < 0x80 ? "\b\f\n\r\t".indexOf(c) >= 0 : c < 0x10000);
    }

    /** The text of a key. */
    static String name(RegoValue key) {
        if (!(key instanceof RegoString s)) {
            throw new IllegalStateException("Only texts reach a template as keys.");
        }
        return s.value();
    }
}
