package org.wayleave.policy.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.workspace.json.JsonMappers;

/** The settings that the rules read, as text to edit: JSON, indented. */
final class SettingsText {

    /** The name under which the settings stand among the files. */
    static final String FILE = "settings.json";

    private static final ObjectMapper MAPPER = JsonMappers.hardened();
    private static final Separators COLON_AFTER_NAME = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private SettingsText() {}

    /**
     * The indented form.
     *
     * @param json a document that is JSON
     */
    static String indented(String json) {
        try {
            return MAPPER.writer(new DefaultPrettyPrinter(COLON_AFTER_NAME)).writeValueAsString(MAPPER.readTree(json))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that are not JSON have no other form", e);
        }
    }

    /** The vertical of a document that is JSON. */
    static String vertical(String json) {
        return member(json, "vertical");
    }

    /** The title of a document that is JSON. */
    static String title(String json) {
        return member(json, "title");
    }

    private static String member(String json, String name) {
        try {
            return MAPPER.readTree(json).path(name).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that are not JSON have no " + name, e);
        }
    }

    /**
     * What is wrong with a text: it is no JSON, has another id or vertical than the saved one, or has a value of another type
     * where a rule expects the former type and would block everybody.
     */
    static List<RegoFault> faults(String text, String saved) {
        JsonNode now;
        JsonNode before;
        try {
            before = MAPPER.readTree(saved);
            now = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            int row = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return List.of(new RegoFault(
                    FILE,
                    Math.clamp(row, 1, (int) text.lines().count() + 1),
                    Math.max(0, column),
                    "json",
                    e.getOriginalMessage()));
        }
        List<RegoFault> faults = new ArrayList<>();
        for (String fixed : List.of("id", "vertical")) {
            if (!before.path(fixed).equals(now.path(fixed))) {
                faults.add(fault(text, fixed, fixed + " stays as it is: " + before.path(fixed)));
            }
        }
        types(text, "", before, now, faults);
        return faults;
    }

    private static void types(String text, String path, JsonNode before, JsonNode now, List<RegoFault> faults) {
        if (now.isMissingNode()) {
            return;
        }
        if (before.getNodeType() != now.getNodeType()) {
            String name = path.substring(path.lastIndexOf('.') + 1);
            faults.add(fault(
                    text,
                    name,
                    (path.isEmpty() ? "The text" : path) + " is of type " + type(before) + "; the rules would take no "
                            + type(now)));
            return;
        }
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            types(
                    text,
                    path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                    member.getValue(),
                    now.path(member.getKey()),
                    faults);
        }
    }

    private static String type(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** A fault at the first line that has the member. */
    private static RegoFault fault(String text, String member, String message) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf('"' + member + '"');
            if (at >= 0) {
                return new RegoFault(FILE, i + 1, at + 1, "settings", message);
            }
        }
        return new RegoFault(FILE, 1, 0, "settings", message);
    }
}
