package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.WorkspaceException.Reason;

class ConsentImportsTest {
    private static final Instant TIME = Instant.parse("2026-01-31T09:30:00.123456789Z");

    @TempDir
    Path folder = Path.of("unset");

    static ConsentImport.Origin origin(String file) {
        return new ConsentImport.Origin(
                "retail-catalogue",
                file + ".jsonld",
                "0123456789abcdef".repeat(4).replaceFirst("^.", file),
                "27560",
                1);
    }

    static ConsentEntry entry(String subject, String kind) {
        return new ConsentEntry(
                subject,
                subject + "/purpose/marketing/1",
                "purpose",
                "marketing",
                kind,
                TIME,
                "2026-01",
                "preference-centre",
                "urn:form:1",
                "ab".repeat(32),
                TIME.plusSeconds(1));
    }

    private static ConsentImport keep(Workspace workspace, String file, List<ConsentEntry> entries) {
        return workspace.consents().keep(origin(file), entries, done -> {}, () -> false);
    }

    @Test
    void whatIsKeptIsReadAgainExactly() {
        List<ConsentEntry> entries =
                List.of(entry("customer-id-1-0b", "granted"), entry("customer-id-1-0a", "granted"));
        Path place = folder.resolve("shop");
        try (Workspace workspace = TestWorkspaces.create(place)) {
            ConsentImport kept = keep(workspace, "a", entries);
            assertEquals(1, kept.number());
            assertEquals(2, kept.people());
            assertEquals(2, kept.records());
        }
        try (Workspace workspace = TestWorkspaces.openReadOnly(place)) {
            assertEquals(
                    List.of("customer-id-1-0a", "customer-id-1-0b"),
                    workspace.consents().subjects("retail-catalogue"));
            assertEquals(
                    List.of(entries.get(1), entries.get(0)),
                    workspace.consents().entries("retail-catalogue"));
            assertEquals(List.of(entries.get(0)), workspace.consents().entries("retail-catalogue", "customer-id-1-0b"));
            assertTrue(workspace.consents().entries("other").isEmpty());
            assertTrue(workspace.audit().verify().intact());
        }
    }

    @Test
    void theSameFileIsKeptOnceUntilItIsDeletedAndNumbersAreNotGivenAgain() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("shop"))) {
            keep(workspace, "a", List.of(entry("t-1", "granted")));
            WorkspaceException refused =
                    assertRefused(Reason.CONFLICT, () -> keep(workspace, "a", List.of(entry("t-1", "granted"))));
            assertTrue(refused.getMessage().contains("as import 1"), refused.getMessage());
            workspace.consents().delete(1, "the person asked for it");
            assertTrue(workspace.consents().list().isEmpty());
            assertTrue(workspace.consents().subjects("retail-catalogue").isEmpty());
            assertEquals(
                    2, keep(workspace, "a", List.of(entry("t-1", "granted"))).number());
            assertTrue(workspace.audit().verify().intact());
            AuditEntry row = workspace.audit().entries(1, 100).stream()
                    .filter(entry -> entry.type().equals("consent-import.deleted"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(row.detailJson().contains("the person asked for it"));
            assertRefused(Reason.MISSING, () -> workspace.consents().delete(7, "no reason"));
            assertRefused(Reason.INVALID_DOCUMENT, () -> workspace.consents().delete(2, " "));
        }
    }

    @Test
    void nothingIsHalfKept() {
        List<ConsentEntry> many = IntStream.range(0, 6_000)
                .mapToObj(i -> entry("t-" + i, "granted"))
                .toList();
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("shop"))) {
            int[] asked = new int[1];
            assertThrows(
                    CancellationException.class,
                    () -> workspace.consents().keep(origin("a"), many, done -> {}, () -> ++asked[0] > 2));
            assertTrue(workspace.consents().list().isEmpty());
            assertTrue(workspace.consents().entries("retail-catalogue").isEmpty());
            assertRefused(
                    Reason.INVALID_DOCUMENT,
                    () -> keep(workspace, "a", List.of(entry("t-1", "granted"), entry("t".repeat(121), "granted"))));
            assertRefused(Reason.INVALID_DOCUMENT, () -> keep(workspace, "a", List.of()));
            assertTrue(workspace.consents().list().isEmpty());
            assertTrue(workspace.audit().verify().intact());
        }
    }

    @Test
    void anEntryThatIsChangedBehindTheLedgerIsFound() throws Exception {
        Path place = folder.resolve("shop");
        try (Workspace workspace = TestWorkspaces.create(place)) {
            keep(workspace, "a", List.of(entry("t-1", "withdrawn")));
        }
        RawDatabase.run(place, "UPDATE CONSENT_RECORD SET KIND = 'granted'");
        try (Workspace workspace = TestWorkspaces.open(place)) {
            AuditVerification found = workspace.audit().verify();
            assertFalse(found.intact());
            assertEquals("consent-import/1", found.problems().getFirst().subject());
        }
    }
}
