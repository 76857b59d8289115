package org.wayleave.journey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Extras;

/** The fields of one JSON object, with their path for errors; what nobody asked for is left over as {@link Extras}. */
final class Fields {

    private final ObjectNode node;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private Fields(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static Fields of(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return new Fields(object, path);
        }
        throw new JourneyFormatException(path, "an object is expected here");
    }

    JourneyFormatException error(String key, String problem) {
        return new JourneyFormatException(at(key), problem);
    }

    JourneyFormatException error(String problem) {
        return new JourneyFormatException(path, problem);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private @Nullable JsonNode value(String key) {
        asked.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private JsonNode required(String key) {
        JsonNode value = value(key);
        if (value == null) {
            throw error(key, "is missing");
        }
        return value;
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    String text(String key) {
        JsonNode value = required(key);
        if (!value.isTextual()) {
            throw error(key, "text is expected here");
        }
        return value.textValue();
    }

    String text(String key, String absent) {
        return value(key) == null ? absent : text(key);
    }

    @Nullable
    String optionalText(String key) {
        return value(key) == null ? null : text(key);
    }

    double number(String key) {
        JsonNode value = required(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw error(key, "a number is expected here");
        }
        return value.doubleValue();
    }

    double number(String key, double absent) {
        return value(key) == null ? absent : number(key);
    }

    int whole(String key) {
        double number = number(key);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw error(key, "a whole number is expected here");
        }
        return (int) number;
    }

    int whole(String key, int absent) {
        return value(key) == null ? absent : whole(key);
    }

    boolean flag(String key, boolean absent) {
        JsonNode value = value(key);
        if (value == null) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw error(key, "true or false is expected here");
        }
        return value.booleanValue();
    }

    <T> T parsed(String key, Function<String, T> parser, String expected) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (java.time.DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            throw error(key, "“" + text + "” is not " + expected);
        }
    }

    <T> T named(String key, Function<String, Optional<T>> names, String expected) {
        String text = text(key);
        return names.apply(text).orElseThrow(() -> error(key, "“" + text + "” is not " + expected));
    }

    Fields object(String key) {
        return of(required(key), at(key));
    }

    @Nullable
    Fields optionalObject(String key) {
        JsonNode value = value(key);
        return value == null ? null : of(value, at(key));
    }

    <T> List<T> list(String key, Function<Item, T> reader) {
        JsonNode value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw error(key, "a list is expected here");
        }
        List<T> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            items.add(reader.apply(new Item(value.get(i), at(key) + "[" + i + "]")));
        }
        return items;
    }

    /** The value of a key as an item. */
    Item item(String key) {
        return new Item(required(key), at(key));
    }

    Extras rest() {
        Map<String, String> rest = new TreeMap<>();
        node.properties().forEach(field -> {
            if (!asked.contains(field.getKey())) {
                rest.put(field.getKey(), field.getValue().toString());
            }
        });
        return rest.isEmpty() ? Extras.NONE : new Extras(rest);
    }

    /** Makes a record of this object; what the record refuses is an error at this place. */
    <T> T make(java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException refused) {
            throw error(String.valueOf(refused.getMessage()));
        }
    }

    /**
     * One value with its path.
     *
     * @param node the value
     * @param path where it stands
     */
    record Item(JsonNode node, String path) {
        Fields fields() {
            return Fields.of(node, path);
        }

        String text() {
            if (!node.isTextual()) {
                throw new JourneyFormatException(path, "text is expected here");
            }
            return node.textValue();
        }
    }
}
