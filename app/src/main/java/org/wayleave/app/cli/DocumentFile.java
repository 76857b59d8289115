package org.wayleave.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueException;
import org.wayleave.data.identity.IdentityRulesException;
import org.wayleave.data.identity.IdentityRulesReader;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.policy.pack.PolicyPackException;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.json.JsonMappers;

/** Reads a document of Wayleave's own JSON from a file, and checks that it is what it says. */
final class DocumentFile {
    private static final long MOST_BYTES = 16L << 20;
    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    private DocumentFile() {}

    /**
     * The draft that a file holds.
     *
     * @param as the kind that the user named; null to recognise it
     */
    static DocumentDraft read(Path file, @Nullable DocumentKind as) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file " + file + ".");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new CommandFailure(file + " is larger than a document may be (16 MiB).");
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is not UTF-8 text; save it as UTF-8.", e);
        }
        JsonNode node = parse(file, text);
        DocumentKind kind = as == null ? recognise(file, node) : as;
        String id = node.path("id").asText("");
        if (id.isEmpty()) {
            throw new CommandFailure(file + " has no \"id\", so it is no " + kind.title() + ".");
        }
        check(file, kind, text);
        return new DocumentDraft(kind, id, node.path("title").asText(id), text, null);
    }

    private static JsonNode parse(Path file, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw new CommandFailure(file + " is not a JSON object.");
            }
            return node;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new CommandFailure(
                    file + " is not readable as JSON" + place + ": " + e.getOriginalMessage() + ".", e);
        }
    }

    private static DocumentKind recognise(Path file, JsonNode node) {
        Map<String, DocumentKind> signs = new LinkedHashMap<>();
        signs.put("steps", DocumentKind.JOURNEY);
        signs.put("plan", DocumentKind.POLICY);
        signs.put("dataElements", DocumentKind.CATALOGUE);
        signs.put("quietHours", DocumentKind.SETTINGS);
        signs.put("risks", DocumentKind.DPIA);
        signs.put("intendedUse", DocumentKind.MODEL_CARD);
        String said = node.path("kind").asText("");
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.wireName().equals(said)) {
                return kind;
            }
        }
        for (Map.Entry<String, DocumentKind> sign : signs.entrySet()) {
            if (node.has(sign.getKey())) {
                return sign.getValue();
            }
        }
        throw new CommandFailure(
                "It is not clear what kind of document " + file + " is; say so with --as, for example --as journey.");
    }

    private static void check(Path file, DocumentKind kind, String text) {
        try {
            switch (kind) {
                case JOURNEY -> JourneyJson.read(text);
                case POLICY -> PolicyPack.fromDocument(text);
                case CATALOGUE -> Catalogue.parse(text);
                case IDENTITY_RULES -> IdentityRulesReader.read(text);
                case DPIA, MODEL_CARD, SETTINGS, IDENTITY_CHANGES -> {
                    // The workspace checks what is common to all documents.
                }
            }
        } catch (JourneyFormatException | PolicyPackException | CatalogueException | IdentityRulesException e) {
            throw new CommandFailure(file + " is no usable " + kind.title() + ": " + e.getMessage(), e);
        }
    }
}
