package org.wayleave.data.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Nonconformity.Reason;

/** Compares event records with their contracts. */
public final class EventConformance {
    /** Clocks of devices differ; an event this little ahead of its arrival is not taken for one from the future. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final String TIME = "time";

    private EventConformance() {}

    /** Returns what a record lacks, holds too much of or holds in the wrong type or place; empty if it conforms. */
    public static List<String> problems(EventContract contract, Map<String, Object> fields) {
        return content(contract, fields).stream().map(Nonconformity::sentence).toList();
    }

    /**
     * Returns how a record breaks its contract, its content and its time.
     *
     * @param contract null if the catalogue has none for the event
     * @param arrived when the record came in
     */
    public static List<Nonconformity> check(
            @Nullable EventContract contract, String event, Map<String, Object> fields, Instant arrived) {
        if (contract == null) {
            return List.of(new Nonconformity(
                    Reason.NO_CONTRACT, "", "the catalogue has no contract for the event " + quoted(event)));
        }
        List<Nonconformity> found = content(contract, fields);
        Instant happened = fields.get(TIME) instanceof String text ? time(text) : null;
        if (happened != null) {
            if (happened.isAfter(arrived.plus(CLOCK_TOLERANCE))) {
                found.add(new Nonconformity(
                        Reason.FUTURE, TIME, "the event is dated " + happened + " and arrived " + arrived));
            } else if (happened.plus(Duration.ofHours(contract.latenessHours())).isBefore(arrived)) {
                found.add(new Nonconformity(
                        Reason.LATE,
                        TIME,
                        "the event arrived "
                                + Duration.between(happened, arrived).toHours() + " hours after it happened; "
                                + contract.latenessHours() + " are allowed"));
            }
        }
        return found;
    }

    private static List<Nonconformity> content(EventContract contract, Map<String, Object> fields) {
        List<Nonconformity> problems = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(fields.keySet());
        for (EventField field : contract.fields()) {
            unknown.remove(field.name());
            Object value = fields.get(field.name());
            if (value == null) {
                if (field.required()) {
                    problems.add(new Nonconformity(
                            Reason.MISSING_FIELD, field.name(), "the field " + field.name() + " is missing"));
                }
            } else if (!fits(field.type(), value)) {
                problems.add(new Nonconformity(
                        Reason.WRONG_TYPE,
                        field.name(),
                        "the field " + field.name() + " must be of type "
                                + field.type().wire() + ", is " + shown(field, value)));
            } else if (field.pii() != EventField.Pii.DIRECT) {
                direct(field.name(), value, problems);
            }
        }
        unknown.forEach(name -> {
            problems.add(new Nonconformity(
                    Reason.UNKNOWN_FIELD, name, "the field " + quoted(name) + " is not in the contract"));
            direct(name, fields.get(name), problems);
        });
        return problems;
    }

    private static void direct(String name, @Nullable Object value, List<Nonconformity> problems) {
        if (value instanceof String || value instanceof Long) {
            for (String kind : DirectIdentifiers.in(value.toString())) {
                problems.add(new Nonconformity(
                        Reason.DIRECT_PII,
                        name,
                        "the field " + quoted(name) + " holds what looks like "
                                + (kind.startsWith("e") || kind.startsWith("a") ? "an " : "a ") + kind));
            }
        }
    }

    private static String shown(EventField field, Object value) {
        String text = value.toString();
        boolean pointing = field.pii() != EventField.Pii.NONE
                || !DirectIdentifiers.in(text).isEmpty();
        return pointing ? "something else" : quoted(text);
    }

    private static String quoted(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static boolean fits(EventField.Type type, @Nullable Object value) {
        return switch (type) {
            case STRING -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case INTEGER -> value instanceof Integer || value instanceof Long;
            case BOOLEAN -> value instanceof Boolean;
            case TIME -> value instanceof String text && time(text) != null;
        };
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
