package org.wayleave.data.catalogue;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares event records with their contracts. */
public final class EventConformance {
    private EventConformance() {}

    /** Returns what a record lacks, holds too much of or holds in the wrong type; empty if it conforms. */
    public static List<String> problems(EventContract contract, Map<String, Object> fields) {
        List<String> problems = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(fields.keySet());
        for (EventField field : contract.fields()) {
            unknown.remove(field.name());
            Object value = fields.get(field.name());
            if (value == null) {
                if (field.required()) {
                    problems.add("the field " + field.name() + " is missing");
                }
            } else if (!fits(field.type(), value)) {
                problems.add("the field " + field.name() + " must be of type "
                        + field.type().wire() + ", is " + value);
            }
        }
        unknown.forEach(name -> problems.add("the field " + name + " is not in the contract"));
        return problems;
    }

    private static boolean fits(EventField.Type type, @Nullable Object value) {
        return switch (type) {
            case STRING -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case INTEGER -> value instanceof Integer || value instanceof Long;
            case BOOLEAN -> value instanceof Boolean;
            case TIME -> value instanceof String text && isTime(text);
        };
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
