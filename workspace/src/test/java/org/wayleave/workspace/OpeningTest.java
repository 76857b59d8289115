package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.WorkspaceException.Reason;

class OpeningTest {

    @TempDir
    Path folder;

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void aWorkspaceIsOneFolderOfKnownFiles() throws IOException {
        Path root = folder.resolve("deep/er/w");
        try (Workspace workspace = TestWorkspaces.create(root)) {
            assertEquals(root, workspace.folder());
            assertFalse(workspace.readOnly());
            assertEquals(root.resolve("runs/run-0001.duckdb"), workspace.runLedger("run-0001"));
            assertRefused(Reason.INVALID_DOCUMENT, () -> workspace.runLedger("../run-0001"));
        }
        assertEquals(Set.of("attachments", "audit.head", "runs", "workspace.lock", "workspace.mv.db"), names(root));
    }

    @Test
    void aMissingFolderAFileAndAnotherFolderAreToldApart() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "text");
        for (OpenMode mode : OpenMode.values()) {
            assertRefused(
                    Reason.MISSING,
                    () -> Workspace.open(folder.resolve("none"), mode, TestWorkspaces.as(TestWorkspaces.ANNA)));
            assertRefused(
                    Reason.NOT_A_WORKSPACE, () -> Workspace.open(file, mode, TestWorkspaces.as(TestWorkspaces.ANNA)));
            assertRefused(
                    Reason.NOT_A_WORKSPACE, () -> Workspace.open(other, mode, TestWorkspaces.as(TestWorkspaces.ANNA)));
        }
        assertEquals(Set.of("notes.txt"), names(other));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void aDatabaseThatIsNotOursIsRefusedAndLeftAlone() throws Exception {
        for (String user : List.of("sa", "wayleave")) {
            Path root = Files.createDirectory(folder.resolve("foreign-" + user));
            try (Connection connection = DriverManager.getConnection("jdbc:h2:" + root.resolve("workspace"), user, "");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE things (id INT)");
            }
            assertRefused(Reason.NOT_A_WORKSPACE, () -> TestWorkspaces.open(root));
            assertRefused(Reason.NOT_A_WORKSPACE, () -> TestWorkspaces.openReadOnly(root));
            try (Connection connection = DriverManager.getConnection("jdbc:h2:" + root.resolve("workspace"), user, "");
                    Statement statement = connection.createStatement()) {
                assertTrue(statement.executeQuery("SELECT COUNT(*) FROM things").next());
            }
        }
        Path garbage = Files.createDirectory(folder.resolve("garbage"));
        byte[] bytes = new byte[20_000];
        Files.write(garbage.resolve("workspace.mv.db"), bytes);
        assertRefused(Reason.NOT_A_WORKSPACE, () -> TestWorkspaces.open(garbage));
        assertArrayEquals(bytes, Files.readAllBytes(garbage.resolve("workspace.mv.db")));
    }

    @Test
    void aDamagedDatabaseIsCalledDamaged() throws IOException {
        Path root = folder.resolve("w");
        TestWorkspaces.create(root).close();
        byte[] bytes = Files.readAllBytes(root.resolve("workspace.mv.db"));
        for (int i = 40; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(root.resolve("workspace.mv.db"), bytes);
        assertRefused(Reason.DAMAGED, () -> TestWorkspaces.open(root));
        assertRefused(Reason.DAMAGED, () -> TestWorkspaces.openReadOnly(root));
    }

    @Test
    void aNewerSchemaIsNamedAndLeftAlone() throws Exception {
        Path root = folder.resolve("w");
        TestWorkspaces.create(root).close();
        RawDatabase.run(
                root,
                "INSERT INTO \"schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                        + " \"installed_by\", \"execution_time\", \"success\") VALUES (99, '42', 'later', 'SQL', 'V42__later.sql',"
                        + " 'x', 1, TRUE)");
        for (OpenMode mode : OpenMode.values()) {
            String message = assertRefused(
                            Reason.NEWER_SCHEMA,
                            () -> Workspace.open(root, mode, TestWorkspaces.as(TestWorkspaces.ANNA)))
                    .getMessage();
            assertTrue(message.contains("schema 42") && message.contains("up to " + Schema.CURRENT.version()), message);
        }
    }

    @Test
    void aSecondWriterIsToldWhoIsFirstAndAReaderReadsASnapshot() {
        Path root = folder.resolve("w");
        try (Workspace first = TestWorkspaces.create(root)) {
            first.documents().save(TestWorkspaces.journey("one", "{}"));
            assertRefused(Reason.IN_USE, () -> TestWorkspaces.open(root));
            try (Workspace reader = TestWorkspaces.openReadOnly(root)) {
                first.documents().save(TestWorkspaces.journey("two", "{}"));
                assertTrue(reader.readOnly());
                assertEquals(1, reader.documents().list().size());
                assertEquals(2, first.documents().list().size());
                assertTrue(reader.audit().verify().intact());
            }
        }
        try (Workspace again = TestWorkspaces.open(root)) {
            assertEquals(2, again.documents().list().size());
        }
    }

    @Test
    void aReaderChangesNothing() throws IOException {
        Path root = folder.resolve("w");
        try (Workspace workspace = TestWorkspaces.create(root)) {
            workspace.documents().save(TestWorkspaces.journey("one", "{}"));
            workspace.runs().start(TestWorkspaces.request());
        }
        byte[] before = Files.readAllBytes(root.resolve("workspace.mv.db"));
        try (Workspace reader = TestWorkspaces.openReadOnly(root)) {
            assertRefused(Reason.READ_ONLY, () -> reader.documents().save(TestWorkspaces.journey("one", "{}")));
            assertRefused(
                    Reason.READ_ONLY,
                    () -> reader.documents().changeState(DocumentKind.JOURNEY, "one", 1, DocumentState.IN_REVIEW));
            assertRefused(Reason.READ_ONLY, () -> reader.runs().start(TestWorkspaces.request()));
            assertRefused(Reason.READ_ONLY, () -> reader.runs().fail("run-0001", "why"));
            assertRefused(Reason.READ_ONLY, () -> reader.preferences().put("a", "b"));
            assertRefused(Reason.READ_ONLY, () -> reader.audit().record("report.exported", "x", "{}"));
            assertRefused(Reason.READ_ONLY, () -> reader.users().add(TestWorkspaces.MARK));
        }
        assertArrayEquals(before, Files.readAllBytes(root.resolve("workspace.mv.db")));
    }

    @Test
    void aLargeDatabaseIsSnapshotInAFolderThatIsRemoved() throws IOException {
        Path root = folder.resolve("w");
        try (Workspace workspace = TestWorkspaces.create(root)) {
            workspace.documents().save(TestWorkspaces.journey("one", "{}"));
        }
        WorkspaceOpening opening = new WorkspaceOpening(TestWorkspaces.as(TestWorkspaces.ANNA), Schema.CURRENT, "", 10);
        Set<String> before = snapshots();
        try (Workspace reader = opening.openSnapshot(root)) {
            assertEquals(1, reader.documents().list().size());
            assertEquals(before.size() + 1, snapshots().size());
        }
        assertEquals(before, snapshots());
    }

    private static Set<String> snapshots() throws IOException {
        return names(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .filter(name -> name.startsWith("wayleave-"))
                .collect(Collectors.toSet());
    }

    @Test
    void anythingInTheFolderIsInTheWayOfANewWorkspace() throws IOException {
        Path root = folder.resolve("w");
        TestWorkspaces.create(root).close();
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("notes.txt"), "text");
        assertRefused(Reason.NOT_EMPTY, () -> TestWorkspaces.create(root));
        assertRefused(Reason.NOT_EMPTY, () -> TestWorkspaces.create(full));
        assertRefused(Reason.NOT_EMPTY, () -> TestWorkspaces.create(full.resolve("notes.txt")));
        assertRefused(Reason.INVALID_FOLDER, () -> TestWorkspaces.create(folder.resolve("a;INIT=SELECT 1")));
        assertEquals(Set.of("notes.txt"), names(full));
    }

    @Test
    void aClosedWorkspaceSaysSo() {
        Workspace workspace = TestWorkspaces.create(folder.resolve("w"));
        workspace.close();
        workspace.close();
        assertRefused(Reason.CLOSED, () -> workspace.documents().list());
    }

    @Test
    void anInterruptedCallerDoesNotHarmTheStore() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            Thread.currentThread().interrupt();
            workspace.documents().save(TestWorkspaces.journey("one", "{}"));
            assertTrue(Thread.interrupted());
            assertEquals(1, workspace.documents().list().size());
            assertTrue(workspace.audit().verify().intact());
        }
    }
}
