package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.WorkspaceException.Reason;

class WorkspaceContentsTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void reopenAs(Author author) {
        workspace.close();
        workspace = Workspace.open(folder.resolve("w"), OpenMode.READ_WRITE, TestWorkspaces.as(author));
    }

    @Test
    void aRunIsIncompleteUntilItEndsAndEndsOnce() {
        Run started = workspace.runs().start(TestWorkspaces.request());
        assertEquals("run-0001", started.id());
        assertEquals(RunState.INCOMPLETE, started.state());
        assertEquals(TestWorkspaces.request(), started.request());

        Run complete = workspace.runs().complete("run-0001", "sha256:9", "{\"seed\":9223372036854775807}");
        assertEquals(RunState.COMPLETE, complete.state());
        assertEquals(Optional.of(complete), workspace.runs().find("run-0001"));
        assertEquals("{\"seed\":9223372036854775807}", complete.summaryJson());
        assertRefused(Reason.CONFLICT, () -> workspace.runs().cancel("run-0001", null));
        assertRefused(Reason.MISSING, () -> workspace.runs().cancel("run-0009", null));

        workspace.runs().start(TestWorkspaces.request());
        assertRefused(Reason.INVALID_DOCUMENT, () -> workspace.runs().complete("run-0002", "sha256:9", "no json"));
        assertEquals(
                RunState.CANCELLED, workspace.runs().cancel("run-0002", "{}").state());
        assertEquals(
                List.of("run-0002", "run-0001"),
                workspace.runs().list().stream().map(Run::id).toList());
    }

    @Test
    void aRunOverNobodyIsNoRun() {
        for (int people : new int[] {0, -1}) {
            assertRefused(Reason.INVALID_DOCUMENT, () -> new RunRequest("j", 1, "h", "h", "retail@1", people, 90, 1));
        }
        assertRefused(Reason.INVALID_DOCUMENT, () -> new RunRequest("j", 1, "h", "h", "retail@1", 10, 0, 1));
        assertRefused(
                Reason.INVALID_DOCUMENT,
                () -> workspace.runs().start(new RunRequest("j", 1, "h".repeat(200), "h", "retail@1", 1, 1, 1)));
        assertEquals(
                1, workspace.runs().start(TestWorkspaces.request()).request().journeyVersion());
    }

    @Test
    void preferencesAreRememberedAndNotAudited() {
        long rows = workspace.audit().size();
        workspace.preferences().put("window.size", "800x600");
        workspace.preferences().put("window.size", "1440x900");
        workspace.preferences().put("theme", "dark");
        workspace.preferences().remove("theme");
        assertRefused(Reason.INVALID_DOCUMENT, () -> workspace.preferences().put("", "x"));
        reopenAs(TestWorkspaces.ANNA);
        assertEquals(Optional.of("1440x900"), workspace.preferences().get("window.size"));
        assertEquals(Optional.empty(), workspace.preferences().get("theme"));
        assertEquals(rows, workspace.audit().size());
    }

    @Test
    void severalPreferencesAreKeptOrRefusedTogether() {
        workspace.preferences().put("draft.a", "old");
        assertRefused(
                Reason.INVALID_DOCUMENT,
                () -> workspace
                        .preferences()
                        .putAll(Map.of("draft.a", "new", "draft.a.0", "x", "draft.b", "x".repeat(100_001))));
        assertEquals(Map.of("draft.a", "old"), workspace.preferences().startingWith("draft."));
        workspace.preferences().putAll(Map.of("draft.a", "new", "draft.a.0", "x", "draft_b", "y"));
        assertEquals(
                Map.of("draft.a", "new", "draft.a.0", "x"),
                workspace.preferences().startingWith("draft."));
        workspace.preferences().removeStartingWith("draft.a.");
        assertEquals(Map.of("draft.a", "new"), workspace.preferences().startingWith("draft."));
    }

    @Test
    void theEnteredRoleCountsAndOnlyAnAdministratorChangesIt() {
        workspace.users().add(TestWorkspaces.MARK);
        workspace.users().add(TestWorkspaces.ADMIN);
        assertRefused(Reason.FORBIDDEN, () -> workspace.users().changeRole("mark", Role.ADMINISTRATOR));
        reopenAs(new Author("mark", "Mark", Role.ADMINISTRATOR));
        assertEquals(Role.MARKETER, workspace.author().role());
        assertRefused(Reason.FORBIDDEN, () -> workspace.users().changeRole("mark", Role.ADMINISTRATOR));
        reopenAs(TestWorkspaces.ADMIN);
        assertRefused(Reason.CONFLICT, () -> workspace.users().add(TestWorkspaces.MARK));
        assertRefused(Reason.MISSING, () -> workspace.users().setActive("nobody", false));
        workspace.users().changeRole("mark", Role.APPROVER);
        workspace.users().setActive("mark", false);
        assertEquals(
                Optional.of(new User("mark", "Mark Marketer", Role.APPROVER, false)),
                workspace.users().find("mark"));
        assertTrue(workspace.audit().verify().intact());
        assertRefused(Reason.FORBIDDEN, () -> reopenAs(TestWorkspaces.MARK));
        reopenAs(TestWorkspaces.ADMIN);
    }

    @Test
    void aCopyHoldsEverythingButLedgersBeingWritten() throws IOException {
        workspace.documents().save(TestWorkspaces.journey("j", "{}"));
        workspace
                .runs()
                .complete(workspace.runs().start(TestWorkspaces.request()).id(), "sha256:1", "{}");
        workspace.runs().start(TestWorkspaces.request());
        for (String run : List.of("run-0001", "run-0002")) {
            Files.writeString(workspace.runLedger(run), run);
        }
        Files.createDirectories(workspace.attachments().resolve("deep"));
        Files.writeString(workspace.attachments().resolve("deep/note.txt"), "text");
        Path target = folder.resolve("the copy's folder");
        workspace.copyTo(target);
        assertRefused(Reason.NOT_EMPTY, () -> workspace.copyTo(target));

        try (Workspace copy = TestWorkspaces.open(target);
                Workspace reader = TestWorkspaces.openReadOnly(folder.resolve("w"))) {
            assertEquals(1, copy.documents().list().size());
            assertTrue(
                    copy.audit().verify().intact(), () -> copy.audit().verify().toString());
            assertTrue(Files.exists(copy.runLedger("run-0001")));
            assertFalse(Files.exists(copy.runLedger("run-0002")));
            assertEquals("text", Files.readString(copy.attachments().resolve("deep/note.txt")));
            reader.copyTo(folder.resolve("second"));
        }
        try (Workspace second = TestWorkspaces.open(folder.resolve("second"))) {
            assertTrue(
                    second.audit().verify().intact(),
                    () -> second.audit().verify().toString());
        }
    }

    @Test
    void aCopyOfAnEncryptedWorkspaceOpensWithTheSamePassphrase() {
        try (Workspace encrypted = Workspace.create(folder.resolve("e"), TestWorkspaces.with("some passphrase"))) {
            encrypted.documents().save(TestWorkspaces.journey("j", "{}"));
            encrypted.copyTo(folder.resolve("copy"));
        }
        try (Workspace copy =
                Workspace.open(folder.resolve("copy"), OpenMode.READ_WRITE, TestWorkspaces.with("some passphrase"))) {
            assertTrue(copy.encrypted());
            assertEquals(1, copy.documents().list().size());
        }
    }

    @Test
    void aRecordOfTheWorkspacesOwnTypesIsRefused() {
        assertRefused(Reason.INVALID_DOCUMENT, () -> workspace.audit().record("document.saved", "x", "{}"));
        assertRefused(Reason.INVALID_DOCUMENT, () -> workspace.audit().record("Bad Type", "x", "{}"));
        assertRefused(Reason.INVALID_DOCUMENT, () -> workspace.audit().record("a.b", "x", "{"));
        AuditEntry entry = workspace.audit().record("evidence.exported", "pack", "{\"b\":1,\"a\":2}");
        assertEquals("{\"a\":2,\"b\":1}", entry.detailJson());
        assertEquals(workspace.audit().head(), entry.hash());
    }
}
