package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads single fields of a catalogue document; whatever is wrong is said with the path of the field. */
final class Fields {
    private Fields() {}

    static void declared(Map<String, ?> known, String id, String path, String section) {
        if (!known.containsKey(id)) {
            throw new CatalogueException(path + " names \"" + id + "\", which \"" + section + "\" does not declare");
        }
    }

    static String text(JsonNode node, String path, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isTextual() || value.asText().isBlank()) {
            throw new CatalogueException(at(path, name) + " must be a text");
        }
        return value.asText();
    }

    static List<String> texts(JsonNode node, String path, String name) {
        JsonNode list = node.get(name);
        if (list == null || !list.isArray()) {
            throw new CatalogueException(at(path, name) + " must be a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            if (!item.isTextual()) {
                throw new CatalogueException(at(path, name) + " must hold texts only");
            }
            texts.add(item.asText());
        }
        return texts;
    }

    static boolean flag(JsonNode node, String path, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isBoolean()) {
            throw new CatalogueException(at(path, name) + " must be true or false");
        }
        return value.asBoolean();
    }

    static int days(JsonNode node, String path, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isInt() || value.asInt() < 0 || value.asInt() > 36500) {
            throw new CatalogueException(at(path, name) + " must be a whole number of days from 0 to 36500");
        }
        return value.asInt();
    }

    static <T> T choice(JsonNode node, String path, String name, T[] choices, Function<T, String> wire) {
        JsonNode value = node.get(name);
        for (T choice : choices) {
            if (value != null && value.isTextual() && wire.apply(choice).equals(value.asText())) {
                return choice;
            }
        }
        String known = Arrays.stream(choices).map(wire).collect(Collectors.joining(", "));
        throw new CatalogueException(at(path, name) + " must be one of " + known);
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? "the catalogue's \"" + name + "\"" : path + "." + name;
    }

    /** Returns a text that may be missing, empty then. */
    static String optionalText(JsonNode node, String path, String name) {
        return node.hasNonNull(name) ? text(node, path, name) : "";
    }

    /** Returns a list of texts that may be missing, empty then. */
    static List<String> optionalTexts(JsonNode node, String path, String name) {
        return node.hasNonNull(name) ? texts(node, path, name) : List.of();
    }

    /** Returns a whole number that may be missing. */
    static int optionalNumber(JsonNode node, String path, String name, int most, int missing) {
        JsonNode value = node.get(name);
        if (value == null) {
            return missing;
        }
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > most) {
            throw new CatalogueException(at(path, name) + " must be a whole number from 0 to " + most);
        }
        return value.asInt();
    }
}
