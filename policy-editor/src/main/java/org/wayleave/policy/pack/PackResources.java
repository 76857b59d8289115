package org.wayleave.policy.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wayleave.policy.opa.OpaVersion;
import org.wayleave.workspace.json.JsonMappers;

/**
 * Reads a pack from the class path: a folder with {@code pack.json}, the Rego files it lists, and {@code plan.json}. Files that
 * the manifest lists as shared lie in the folder {@code shared} beside it, because several packs have them.
 */
final class PackResources {

    private static final String SHARED = "shared";

    private final Class<?> anchor;
    private final String folder;

    /**
     * A folder beside a class.
     *
     * @param anchor the class whose package holds the folder
     * @param folder the folder's name
     */
    PackResources(Class<?> anchor, String folder) {
        this.anchor = anchor;
        this.folder = folder;
    }

    PolicyPack read() {
        try {
            JsonNode manifest = JsonMappers.hardened().readTree(text("pack.json"));
            List<PackFile> files = new ArrayList<>();
            for (JsonNode name : manifest.path("shared")) {
                files.add(PackFile.of(name.asText(), text(SHARED, name.asText())));
            }
            for (JsonNode name : manifest.path("files")) {
                files.add(PackFile.of(name.asText(), text(name.asText())));
            }
            List<String> entrypoints = new ArrayList<>();
            manifest.path("entrypoints").forEach(entrypoint -> entrypoints.add(entrypoint.asText()));
            return new PolicyPack(
                    manifest.path("id").asText(),
                    manifest.path("title").asText(),
                    manifest.path("vertical").asText(),
                    files,
                    text("plan.json").strip(),
                    OpaVersion.pinned(),
                    entrypoints);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The bundled pack " + folder + " has an unreadable pack.json", e);
        }
    }

    String text(String file) {
        return text(folder, file);
    }

    private String text(String place, String file) {
        try (InputStream in = anchor.getResourceAsStream(place + "/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The bundled pack " + folder + " lacks " + place + "/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
