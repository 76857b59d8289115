package org.wayleave.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A place in a recipe document: reads what must stand there and names the place when it does not. */
final class RecipeNode {
    private static final double SUM_TOLERANCE = 1e-9;

    private final JsonNode node;
    private final String path;

    RecipeNode(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Refuses fields of other names, so that a misspelt one is not silently ignored. */
    RecipeNode only(String... names) {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        List.of(names).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new RecipeException(path + " has the unknown field \""
                    + unknown.iterator().next() + "\"; it may have " + String.join(", ", names));
        }
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    RecipeNode object(String name) {
        JsonNode child = node.get(name);
        if (child == null || !child.isObject()) {
            throw new RecipeException(at(name) + " must be an object");
        }
        return new RecipeNode(child, at(name));
    }

    /** Returns the entries of an object whose values are objects. */
    Map<String, RecipeNode> entries(String name) {
        Map<String, RecipeNode> entries = objects(name);
        if (entries.isEmpty()) {
            throw new RecipeException(at(name) + " must not be empty");
        }
        return entries;
    }

    /** Returns the entries of an object whose values are objects; there may be none. */
    Map<String, RecipeNode> objects(String name) {
        JsonNode child = object(name).node;
        Map<String, RecipeNode> entries = new LinkedHashMap<>();
        child.properties().forEach(entry -> {
            if (!entry.getValue().isObject()) {
                throw new RecipeException(at(name) + "." + entry.getKey() + " must be an object");
            }
            entries.put(entry.getKey(), new RecipeNode(entry.getValue(), at(name) + "." + entry.getKey()));
        });
        return entries;
    }

    List<RecipeNode> list(String name) {
        JsonNode child = node.get(name);
        if (child == null || !child.isArray()) {
            throw new RecipeException(at(name) + " must be a list");
        }
        List<RecipeNode> items = new ArrayList<>();
        for (int i = 0; i < child.size(); i++) {
            items.add(new RecipeNode(child.get(i), at(name) + "[" + i + "]"));
        }
        return items;
    }

    String text(String name) {
        JsonNode child = node.get(name);
        if (child == null || !child.isTextual() || child.asText().isBlank()) {
            throw new RecipeException(at(name) + " must be a text");
        }
        return child.asText();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (RecipeNode item : list(name)) {
            if (!item.node.isTextual()) {
                throw new RecipeException(item.path + " must be a text");
            }
            texts.add(item.node.asText());
        }
        return texts;
    }

    int integer(String name, int least, int most) {
        JsonNode child = node.get(name);
        if (child == null || !child.isInt() || child.asInt() < least || child.asInt() > most) {
            throw new RecipeException(at(name) + " must be a whole number from " + least + " to " + most);
        }
        return child.asInt();
    }

    double number(String name, double least, double most) {
        return number(node.get(name), at(name), least, most);
    }

    double number(String name, double least, double most, double otherwise) {
        return has(name) ? number(name, least, most) : otherwise;
    }

    boolean flag(String name) {
        JsonNode child = node.get(name);
        if (child != null && !child.isBoolean()) {
            throw new RecipeException(at(name) + " must be true or false");
        }
        return child != null && child.asBoolean();
    }

    boolean isText(String name) {
        return node.path(name).isTextual();
    }

    /** Returns a number for each segment: one for all, or an object with one for each. */
    double[] bySegment(String name, List<String> segments, double least, double most) {
        double[] numbers = new double[segments.size()];
        JsonNode child = node.get(name);
        if (child != null && child.isObject()) {
            Map<String, Double> table = table(name, Set.copyOf(segments), least, most);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Objects.requireNonNull(table.get(segments.get(i)));
            }
        } else {
            Arrays.fill(numbers, number(name, least, most));
        }
        return numbers;
    }

    double share(String name) {
        return number(name, 0, 1);
    }

    double[] numbers(String name, double least, double most) {
        List<RecipeNode> items = list(name);
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(items.get(i).node, items.get(i).path, least, most);
        }
        return numbers;
    }

    double[] numbers(String name, int count, double least, double most) {
        double[] numbers = numbers(name, least, most);
        if (numbers.length != count) {
            throw new RecipeException(at(name) + " must hold " + count + " numbers, holds " + numbers.length);
        }
        return numbers;
    }

    /** Returns numbers by the names of an object's fields. */
    Map<String, Double> table(String name, double least, double most) {
        RecipeNode child = object(name);
        Map<String, Double> table = new LinkedHashMap<>();
        child.node
                .properties()
                .forEach(entry ->
                        table.put(entry.getKey(), number(entry.getValue(), child.at(entry.getKey()), least, most)));
        return table;
    }

    /** Returns whole numbers by the names of an object's fields. */
    Map<String, Integer> integerTable(String name, int least, int most) {
        RecipeNode child = object(name);
        Map<String, Integer> table = new LinkedHashMap<>();
        child.node.fieldNames().forEachRemaining(field -> table.put(field, child.integer(field, least, most)));
        return table;
    }

    /** Returns texts by the names of an object's fields. */
    Map<String, String> textTable(String name) {
        RecipeNode child = object(name);
        Map<String, String> table = new LinkedHashMap<>();
        child.node.fieldNames().forEachRemaining(field -> table.put(field, child.text(field)));
        return table;
    }

    /** Returns one number for each of the given names; the object must have exactly those. */
    Map<String, Double> table(String name, Set<String> names, double least, double most) {
        Map<String, Double> table = table(name, least, most);
        if (!table.keySet().equals(names)) {
            throw new RecipeException(
                    at(name) + " must have one number for each of " + String.join(", ", new TreeSet<>(names)));
        }
        return table;
    }

    static void sumsToOne(String path, double... shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new RecipeException(path + ": the shares must add up to 1, they add up to " + (float) sum);
        }
    }

    private static double number(
            @org.jspecify.annotations.Nullable JsonNode child, String place, double least, double most) {
        if (child == null || !child.isNumber() || !(child.asDouble() >= least && child.asDouble() <= most)) {
            throw new RecipeException(place + " must be a number from " + plain(least) + " to " + plain(most));
        }
        return child.asDouble();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private String at(String name) {
        return path + "." + name;
    }
}
