package org.wayleave.data.consent.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document. What is read is noted, so that in the end it can be said what was not. */
final class JsonCursor {
    private static final int MOST_LOSSES = 1000;

    private final JsonNode node;
    private final String path;
    private final Set<String> read;

    private JsonCursor(JsonNode node, String path, Set<String> read) {
        this.node = node;
        this.path = path;
        this.read = read;
    }

    static JsonCursor root(JsonNode node) {
        return new JsonCursor(node, "", new HashSet<>());
    }

    String path() {
        return path.isEmpty() ? "/" : path;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    boolean isList() {
        return node.isArray();
    }

    JsonCursor member(String name) {
        return new JsonCursor(
                node.path(name), path + "/" + name.replace("~", "~0").replace("/", "~1"), read);
    }

    /** Returns the items of a list; an object or text counts as a list of one, nothing as an empty list. */
    List<JsonCursor> items() {
        List<JsonCursor> items = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                items.add(new JsonCursor(node.get(i), path + "/" + i, read));
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            items.add(this);
        }
        return items;
    }

    /** Returns a text, empty if it is missing. */
    String optional() {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isTextual()) {
            throw new ExchangeException(path() + " must be a text");
        }
        read.add(path);
        return node.asText();
    }

    String text() {
        String text = optional();
        if (text.isBlank()) {
            throw new ExchangeException(path() + " must be a text and not empty");
        }
        return text;
    }

    /** Returns the id of a node: the text itself, or the {@code @id} of an object. */
    String idOrText() {
        return node.isObject() ? member("@id").optional() : optional();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw new ExchangeException(path() + " must be true or false");
        }
        read.add(path);
        return node.asBoolean();
    }

    Instant epochSeconds() {
        if (!node.canConvertToExactIntegral() || Math.abs(node.asLong()) > 253_402_300_799L) {
            throw new ExchangeException(path() + " must be a number of seconds since 1970");
        }
        read.add(path);
        return Instant.ofEpochSecond(node.asLong());
    }

    /** Returns a time with its offset, either plain or as a typed JSON-LD value. */
    Instant time() {
        JsonCursor value = node.isObject() ? member("@value") : this;
        if (node.isObject()) {
            member("@type").optional();
        }
        String text = value.text();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ExchangeException(
                    value.path() + " must be a time with its offset, such as 2026-01-31T09:30:00Z, is " + text, e);
        }
    }

    /** Returns a time, or null, leaving the value unread, if it is none. */
    @Nullable
    Instant timeIfAny() {
        try {
            Instant time = OffsetDateTime.parse(node.asText()).toInstant();
            read.add(path);
            return time;
        } catch (DateTimeException words) {
            return null;
        }
    }

    /** Notes a whole part as read. */
    void skip() {
        read.add(path);
    }

    /** Returns the paths of all values that were not read. */
    List<String> unread() {
        List<String> unread = new ArrayList<>();
        unread(node, path, unread);
        return unread;
    }

    private void unread(JsonNode at, String where, List<String> unread) {
        if (read.contains(where) || unread.size() >= MOST_LOSSES) {
            return;
        }
        if (at.isObject()) {
            for (Map.Entry<String, JsonNode> member : at.properties()) {
                unread(
                        member.getValue(),
                        where + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                        unread);
            }
        } else if (at.isArray()) {
            for (int i = 0; i < at.size(); i++) {
                unread(at.get(i), where + "/" + i, unread);
            }
        } else {
            unread.add(where.isEmpty() ? "/" : where);
        }
    }
}
