package org.wayleave.workspace.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object that forms read and write by path, such as {@code decision.outcome}. What a form does not know
 * stays as it is, in its place, so that reading and writing a document loses nothing.
 */
public final class JsonRecord {

    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    private final ObjectNode tree;

    private JsonRecord(ObjectNode tree) {
        this.tree = tree;
    }

    /** A record without members. */
    public static JsonRecord empty() {
        return new JsonRecord(MAPPER.createObjectNode());
    }

    /**
     * The record in a JSON text.
     *
     * @throws JsonProblem when the text is not a JSON object, or too large or deep
     */
    public static JsonRecord parse(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return new JsonRecord(object);
            }
            throw new JsonProblem("The text is not a JSON object.");
        } catch (JsonProcessingException e) {
            throw new JsonProblem("The text is not usable JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * A record that ships with the program.
     *
     * @param anchor class beside which the resource lies
     * @param resource path of the resource from there
     */
    public static JsonRecord bundled(Class<?> anchor, String resource) {
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is not in this build");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The JSON text. */
    public String json() {
        return tree.toString();
    }

    /** The text at a path; a number or truth value as its JSON text, anything else as the empty string. */
    public String text(String path) {
        JsonNode value = find(path);
        return value != null && value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /** The whole number at a path, or 0. */
    public int number(String path) {
        JsonNode value = find(path);
        return value != null && value.isNumber() && value.canConvertToInt() ? value.intValue() : 0;
    }

    /** The texts of an array at a path; members that are no text are left out. */
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        if (find(path) instanceof ArrayNode array) {
            array.forEach(item -> {
                if (item.isTextual()) {
                    texts.add(item.textValue());
                }
            });
        }
        return List.copyOf(texts);
    }

    /** The objects of an array at a path; members that are no object are left out. */
    public List<JsonRecord> rows(String path) {
        List<JsonRecord> rows = new ArrayList<>();
        if (find(path) instanceof ArrayNode array) {
            array.forEach(item -> {
                if (item instanceof ObjectNode object) {
                    rows.add(new JsonRecord(object));
                }
            });
        }
        return List.copyOf(rows);
    }

    /** This record with a text at a path; an empty text takes the member away. */
    public JsonRecord withText(String path, String value) {
        return with(path, value.isEmpty() ? null : MAPPER.getNodeFactory().textNode(value));
    }

    /** This record with a number at a path, from its decimal text; a text that is no number is kept as text. */
    public JsonRecord withNumber(String path, String decimal) {
        if (decimal.isEmpty()) {
            return with(path, null);
        }
        try {
            BigDecimal number = new BigDecimal(decimal);
            return with(
                    path,
                    number.scale() <= 0 && number.precision() < 10
                            ? MAPPER.getNodeFactory().numberNode(number.intValueExact())
                            : MAPPER.getNodeFactory().numberNode(number));
        } catch (NumberFormatException e) {
            return withText(path, decimal);
        }
    }

    /** This record with an array of texts at a path; no texts take the member away. */
    public JsonRecord withTexts(String path, List<String> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(array::add);
        return with(path, array.isEmpty() ? null : array);
    }

    /** This record with an array of objects at a path; no rows take the member away. */
    public JsonRecord withRows(String path, List<JsonRecord> rows) {
        ArrayNode array = MAPPER.createArrayNode();
        rows.forEach(row -> array.add(row.tree));
        return with(path, array.isEmpty() ? null : array);
    }

    private @Nullable JsonNode find(String path) {
        JsonNode at = tree;
        for (String name : names(path)) {
            at = at instanceof ObjectNode object ? object.get(name) : null;
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private JsonRecord with(String path, @Nullable JsonNode value) {
        String[] names = names(path);
        ObjectNode root = shallowCopy(tree);
        ObjectNode at = root;
        for (int i = 0; i < names.length - 1; i++) {
            if (value == null && !(at.get(names[i]) instanceof ObjectNode)) {
                return this;
            }
            ObjectNode next =
                    at.get(names[i]) instanceof ObjectNode inner ? shallowCopy(inner) : MAPPER.createObjectNode();
            at.set(names[i], next);
            at = next;
        }
        String last = names[names.length - 1];
        if (value == null) {
            at.remove(last);
        } else {
            at.set(last, value);
        }
        return new JsonRecord(root);
    }

    /** Children are shared: nothing changes a node once it is part of a record. */
    private static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = MAPPER.createObjectNode();
        copy.setAll(object);
        return copy;
    }

    private static String[] names(String path) {
        return path.split("\\.", -1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonRecord record && record.tree.equals(tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
