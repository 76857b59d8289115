package org.wayleave.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.json.JsonMappers;

/**
 * The second place, outside the database, that says how far the audit ledger reached. It is written after each commit, so a
 * crash may leave it behind the ledger but never ahead of it: when it is ahead, rows are missing.
 */
final class AuditHeadFile {

    private static final long LONGEST_FILE = 1_000;

    /**
     * How far the ledger reached.
     *
     * @param entries number of rows
     * @param hash hash of the last of them
     */
    record Head(long entries, String hash) {}

    private final Path file;

    AuditHeadFile(Path file) {
        this.file = file;
    }

    /** What the file says; null when it is missing or unreadable. */
    @Nullable
    Head read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
                return null;
            }
            JsonNode text = JsonMappers.hardened(LONGEST_FILE).readTree(Files.readAllBytes(file));
            String hash = text.path("hash").asText();
            if (!text.path("entries").isIntegralNumber() || !hash.matches("[0-9a-f]{64}")) {
                return null;
            }
            return new Head(text.path("entries").asLong(), hash);
        } catch (IOException e) {
            return null;
        }
    }

    void write(Head head) throws IOException {
        ObjectNode text = JsonMappers.hardened().createObjectNode();
        text.put("entries", head.entries());
        text.put("hash", head.hash());
        SafeFiles.replace(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
