package org.wayleave.data.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiiEnclaveTest {
    private static final String ADDRESS = "ada.byron@example.org";

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-02T10:20:00Z");
    private final List<String> rows = new ArrayList<>();

    private PiiEnclave enclave() {
        return new PiiEnclave(
                folder.resolve("enclave"),
                () -> now,
                Duration.ofHours(24),
                (time, what, subject, who, why) -> rows.add(what + "|" + subject + "|" + who + "|" + why),
                new SecureRandom());
    }

    @Test
    void aRecordIsGivenOutWithAnAuditRowAndStandsNowhereInTheClear() throws IOException {
        String reference = enclave().put(IdentifierKind.EMAIL, ADDRESS);
        assertEquals(ADDRESS, enclave().reveal(reference, "ana", "order confirmation"));
        assertEquals(
                List.of("pii-stored|" + reference + "||email", "pii-revealed|" + reference + "|ana|order confirmation"),
                rows);
        for (Path file : files()) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(content.contains("byron"), file.toString());
            assertFalse(file.toString().contains("byron"));
        }
        assertTrue(rows.stream().noneMatch(row -> row.contains("byron")));
    }

    @Test
    void aRecordExpiresAndAPurgeDeletesKeyAndRecord() throws IOException {
        String reference = enclave().put(IdentifierKind.PHONE, "+4930901820");
        now = now.plus(Duration.ofHours(22));
        String later = enclave().put(IdentifierKind.EMAIL, ADDRESS);
        assertEquals(0, enclave().purge());
        now = now.plus(Duration.ofHours(2));
        assertThrows(EnclaveException.class, () -> enclave().reveal(reference, "ana", "call"));
        assertEquals("pii-refused|" + reference + "|ana|call", rows.getLast());
        assertEquals(2, enclave().size());
        assertEquals(1, enclave().purge());
        assertEquals("pii-purged|enclave||1 records", rows.getLast());
        assertEquals(1, enclave().size());
        assertEquals(ADDRESS, enclave().reveal(later, "ana", "call"));
        now = now.plus(Duration.ofHours(24));
        assertEquals(1, enclave().purge());
        assertEquals(List.of(), files());
    }

    @Test
    void noRecordIsGivenOutWhenTheAuditFails() {
        String reference = enclave().put(IdentifierKind.EMAIL, ADDRESS);
        PiiEnclave unwatched = new PiiEnclave(
                folder.resolve("enclave"),
                () -> now,
                Duration.ofHours(24),
                (time, what, subject, who, why) -> {
                    throw new IllegalStateException("ledger is full");
                },
                new SecureRandom());
        assertThrows(IllegalStateException.class, () -> unwatched.reveal(reference, "ana", "call"));
        assertThrows(IllegalStateException.class, () -> unwatched.put(IdentifierKind.EMAIL, ADDRESS));
        assertEquals(1, unwatched.size());
    }

    @Test
    void aChangedRecordIsNotShown() throws IOException {
        String reference = enclave().put(IdentifierKind.EMAIL, ADDRESS);
        Path record = files().stream()
                .filter(file -> file.endsWith(reference))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(record);
        bytes[bytes.length - 1] ^= 1;
        Files.write(record, bytes);
        assertThrows(EnclaveException.class, () -> enclave().reveal(reference, "ana", "call"));
        bytes[bytes.length - 1] ^= 1;
        bytes[0] = (byte) IdentifierKind.PHONE.code();
        Files.write(record, bytes);
        assertThrows(EnclaveException.class, () -> enclave().reveal(reference, "ana", "call"));
    }

    @Test
    void askingNeedsANameAReasonAndAReference() {
        String reference = enclave().put(IdentifierKind.EMAIL, ADDRESS);
        assertThrows(EnclaveException.class, () -> enclave().reveal(reference, " ", "call"));
        assertThrows(EnclaveException.class, () -> enclave().reveal(reference, "ana", ""));
        assertThrows(EnclaveException.class, () -> enclave().reveal("../../etc/passwd", "ana", "call"));
        assertThrows(EnclaveException.class, () -> enclave().put(IdentifierKind.EMAIL, "x".repeat(2000)));
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder.resolve("enclave"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("enclave"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
