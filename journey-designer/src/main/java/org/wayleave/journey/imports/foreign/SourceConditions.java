package org.wayleave.journey.imports.foreign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.imports.source.JsonSource;

/**
 * Conditions and events of other tools. Their facts and events bear the names that they have there, marked as not translated: that a
 * field is called as a fact is called here does not mean that it is the same fact.
 */
public final class SourceConditions {

    private static final int NAME = 120;

    private SourceConditions() {}

    /** A condition that is kept as text. */
    public static Condition text(String about, String text) {
        return new Condition(fact(about), Comparison.IS, FactValue.of(SourceTexts.line(text)));
    }

    /** A comparison of one field with some values; empty when there is no comparison here that means the same. */
    public static Optional<Condition> comparing(String field, String operator, List<FactValue> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean several = values.size() > 1;
        Comparison comparison = switch (operator.toLowerCase(Locale.ROOT)) {
            case "=", "==", "eq", "equal", "equals", "is", "exact", "in" -> several ? Comparison.ONE_OF : Comparison.IS;
            case "!=", "<>", "neq", "notequal", "not_equal", "isnot", "is_not" -> several ? null : Comparison.IS_NOT;
            case ">", "gt", "greaterthan" -> Comparison.MORE_THAN;
            case ">=", "gte", "greaterthanorequal" -> Comparison.AT_LEAST;
            case "<", "lt", "lessthan" -> Comparison.LESS_THAN;
            case "<=", "lte", "lessthanorequal" -> Comparison.AT_MOST;
            default -> null;
        };
        if (comparison == null || (several && comparison != Comparison.ONE_OF)) {
            return Optional.empty();
        }
        return Optional.of(new Condition(fact(field), comparison, values, Extras.NONE));
    }

    /** The values that a JSON value stands for, marked as read; empty when it is none that can be compared with. */
    public static List<FactValue> values(JsonSource json) {
        return switch (json.kind()) {
            case TEXT, NUMBER, TRUTH -> List.of(value(json));
            case LIST ->
                json.items().stream()
                                .allMatch(item -> item.kind() == JsonSource.Kind.TEXT
                                        || item.kind() == JsonSource.Kind.NUMBER
                                        || item.kind() == JsonSource.Kind.TRUTH)
                        ? json.items().stream().map(SourceConditions::value).toList()
                        : List.of();
            case OBJECT, NULL -> List.of();
        };
    }

    private static FactValue value(JsonSource scalar) {
        String compact = scalar.compact();
        scalar.readWhole();
        return switch (scalar.kind()) {
            case TRUTH -> FactValue.of(compact.equals("true"));
            case NUMBER -> {
                double number = Double.parseDouble(compact);
                yield Double.isFinite(number) ? FactValue.of(number) : FactValue.of(compact);
            }
            default -> FactValue.of(SourceTexts.line(scalar.text().orElse("")));
        };
    }

    /** An event of another tool, marked as not translated. */
    public static EventMatch event(String name) {
        return new EventMatch(fact(name));
    }

    private static String fact(String name) {
        String line = SourceTexts.line(name);
        return Condition.UNTRANSLATED
                + (line.length() <= NAME ? line : line.substring(0, NAME).strip());
    }
}
