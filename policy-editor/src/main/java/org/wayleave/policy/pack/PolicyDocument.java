package org.wayleave.policy.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wayleave.workspace.json.JsonMappers;

/** The JSON form of a {@link PolicyPack}. */
final class PolicyDocument {

    private static final int LONGEST_FILE = 1024 * 1024;

    private PolicyDocument() {}

    static PolicyPack read(String json) {
        JsonNode root;
        try {
            root = JsonMappers.hardened().readTree(json);
        } catch (JsonProcessingException e) {
            throw new PolicyPackException("The policy document is not JSON: " + e.getOriginalMessage(), e);
        }
        JsonNode files = root.path("files");
        if (!files.isObject()) {
            throw new PolicyPackException("The policy document has no object 'files' with the Rego text by file name.");
        }
        List<PackFile> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            if (!file.getValue().isTextual()) {
                throw new PolicyPackException("In the policy document, files." + file.getKey() + " is not text.");
            }
            String text = file.getValue().textValue();
            if (text.length() > LONGEST_FILE) {
                throw new PolicyPackException("In the policy document, files." + file.getKey() + " is longer than "
                        + LONGEST_FILE + " characters.");
            }
            read.add(PackFile.of(file.getKey(), text));
        }
        List<String> entrypoints = new ArrayList<>();
        for (JsonNode entrypoint : root.path("entrypoints")) {
            entrypoints.add(entrypoint.asText());
        }
        JsonNode plan = root.path("plan");
        if (!plan.isObject()) {
            throw new PolicyPackException(
                    "The policy document has no object 'plan'; save the policy in the editor, which compiles it.");
        }
        return new PolicyPack(
                text(root, "id"),
                text(root, "title"),
                text(root, "vertical"),
                read,
                plan.toString(),
                text(root, "opaVersion"),
                entrypoints);
    }

    static String write(PolicyPack pack) {
        ObjectMapper mapper = JsonMappers.hardened();
        try {
            ObjectNode root = mapper.createObjectNode();
            root.put("id", pack.id());
            root.put("title", pack.title());
            root.put("vertical", pack.vertical());
            ObjectNode files = root.putObject("files");
            pack.files().forEach(file -> files.put(file.name(), file.text()));
            root.set("plan", mapper.readTree(pack.plan()));
            root.put("opaVersion", pack.opaVersion());
            pack.entrypoints().forEach(root.withArray("entrypoints")::add);
            return mapper.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new PolicyPackException("The plan of the policy " + pack.id() + " is not JSON.", e);
        }
    }

    private static String text(JsonNode root, String name) {
        JsonNode value = root.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new PolicyPackException("The policy document has no text '" + name + "'.");
        }
        return value.textValue();
    }
}
