package org.wayleave.data.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.wayleave.data.catalogue.StrictJson;
import org.wayleave.data.token.IdentifierKind;

/** An object of a document with its place, for messages; every member must be asked for. */
final class DocumentNode {
    private final JsonNode node;
    private final String place;
    private final Set<String> asked = new TreeSet<>();

    private DocumentNode(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new IdentityRulesException((place.isEmpty() ? "the document" : place) + " must be an object");
        }
        this.node = node;
        this.place = place;
    }

    static DocumentNode parse(String json) {
        try {
            return new DocumentNode(StrictJson.read(json), "");
        } catch (JsonProcessingException e) {
            throw new IdentityRulesException(
                    "the document is not valid JSON at " + StrictJson.place(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DocumentNode.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled document " + name + " cannot be read", e);
        }
    }

    String text(String name) {
        JsonNode value = member(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IdentityRulesException(at(name) + " must be a text");
        }
        return value.asText();
    }

    int integer(String name, int least, int most) {
        JsonNode value = member(name);
        if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
            throw new IdentityRulesException(at(name) + " must be a whole number from " + least + " to " + most);
        }
        return value.asInt();
    }

    double number(String name, double least, double most) {
        JsonNode value = member(name);
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            throw new IdentityRulesException(at(name) + " must be a number from " + least + " to " + most);
        }
        return value.asDouble();
    }

    double[] shares(String name) {
        List<JsonNode> items = items(name);
        double[] shares = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if (!items.get(i).isNumber() || items.get(i).asDouble() < 0) {
                throw new IdentityRulesException(at(name) + " must hold shares of 0 or more");
            }
            shares[i] = items.get(i).asDouble();
            sum += shares[i];
        }
        if (shares.length == 0 || Math.abs(sum - 1) > 1e-6) {
            throw new IdentityRulesException(at(name) + " must add up to 1");
        }
        return shares;
    }

    List<IdentifierKind> kinds(String name) {
        List<IdentifierKind> kinds = new ArrayList<>();
        for (JsonNode item : items(name)) {
            IdentifierKind kind = IdentifierKind.named(item.asText());
            if (kind == null) {
                throw new IdentityRulesException(
                        at(name) + " names \"" + item.asText() + "\", which is no kind of identifier");
            }
            kinds.add(kind);
        }
        return kinds;
    }

    List<DocumentNode> objects(String name) {
        List<DocumentNode> objects = new ArrayList<>();
        for (JsonNode item : items(name)) {
            objects.add(new DocumentNode(item, at(name) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /** Refuses members that nobody asked for: a misspelt threshold must not go unnoticed. */
    void nothingElse() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw new IdentityRulesException(
                        at(name) + " is not known here; known are " + String.join(", ", asked));
            }
        });
    }

    private List<JsonNode> items(String name) {
        JsonNode list = member(name);
        if (!list.isArray() || list.size() > 100) {
            throw new IdentityRulesException(at(name) + " must be a list of at most 100");
        }
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private JsonNode member(String name) {
        asked.add(name);
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IdentityRulesException(at(name) + " is missing");
        }
        return value;
    }

    private String at(String name) {
        return place.isEmpty() ? "\"" + name + "\"" : place + "." + name;
    }
}
