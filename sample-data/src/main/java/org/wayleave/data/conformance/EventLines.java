package org.wayleave.data.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.StrictJson;

/**
 * Checks a file of events: UTF-8, a JSON object a line, with {@code event} (the id of the contract), {@code arrived} (RFC
 * 3339, UTC; the moment of the check if absent) and {@code fields} (an object of texts, numbers and truth values).
 */
public final class EventLines {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_FIELDS = 500;
    private static final int PROGRESS_STRIDE = 1024;

    private final Catalogue catalogue;
    private final Instant now;

    /**
     * Makes a check.
     *
     * @param now the moment of the check, for events that do not say when they arrived
     */
    public EventLines(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /**
     * Checks a file.
     *
     * @param done told now and then how many lines are done
     * @param cancelled asked now and then; once true, the report is about the lines so far
     * @throws EventFileException if a line cannot be read as an event; the message names line and column
     */
    public ConformanceReport check(Path file, LongConsumer done, BooleanSupplier cancelled) throws IOException {
        ConformanceTally tally = new ConformanceTally(catalogue);
        long number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = next(reader, number + 1);
            while (line != null) {
                number++;
                if (number % PROGRESS_STRIDE == 0) {
                    done.accept(number);
                    if (cancelled.getAsBoolean()) {
                        break;
                    }
                }
                if (!line.isBlank()) {
                    add(tally, line, number);
                }
                line = next(reader, number + 1);
            }
        } catch (MalformedInputException e) {
            throw new EventFileException(
                    "line " + (number + 1) + " or one soon after is not UTF-8; save the file as UTF-8", e);
        }
        return tally.report();
    }

    private static @org.jspecify.annotations.Nullable String next(BufferedReader reader, long number)
            throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw new EventFileException("line " + number + " is longer than 64 KiB; an event is shorter", null);
            }
            line.append((char) c);
            c = reader.read();
        }
        return line.toString();
    }

    private void add(ConformanceTally tally, String line, long number) {
        JsonNode node;
        try {
            node = StrictJson.read(line);
        } catch (JsonProcessingException e) {
            throw new EventFileException(
                    "line " + number + ", column "
                            + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr()) + " is no JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
        JsonNode event = node.get("event");
        JsonNode fields = node.get("fields");
        if (event == null
                || !event.isTextual()
                || fields == null
                || !fields.isObject()
                || fields.size() > MOST_FIELDS) {
            throw new EventFileException(
                    "line " + number + " needs a text \"event\" and an object \"fields\" of at most " + MOST_FIELDS,
                    null);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        fields.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), value(field.getValue(), field.getKey(), number));
            }
        });
        tally.add(event.asText(), values, arrived(node.get("arrived"), number), "line " + number);
    }

    private static Object value(JsonNode node, String name, long number) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.asLong();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        throw new EventFileException(
                "line " + number + ": the field " + name + " must be a text, a number or true or false", null);
    }

    private Instant arrived(@org.jspecify.annotations.Nullable JsonNode node, long number) {
        if (node == null) {
            return now;
        }
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeParseException e) {
            throw new EventFileException(
                    "line " + number + ": \"arrived\" must be a UTC time such as 2026-01-31T00:00:00Z", e);
        }
    }
}
