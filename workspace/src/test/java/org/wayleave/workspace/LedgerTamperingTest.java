package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.AuditProblem.Kind;

class LedgerTamperingTest {

    private static final int ROUNDS = 60;

    @TempDir
    Path folder;

    private Path original;
    private long rows;

    @BeforeEach
    void fill() {
        original = folder.resolve("original");
        try (Workspace workspace = TestWorkspaces.create(original)) {
            for (int i = 1; i <= 6; i++) {
                workspace.documents().save(TestWorkspaces.journey("j" + i % 3, "{\"n\":" + i + "}"));
            }
            workspace.documents().changeState(DocumentKind.JOURNEY, "j1", 1, DocumentState.APPROVED);
            workspace.documents().changeState(DocumentKind.JOURNEY, "j1", 1, DocumentState.ACTIVE);
            workspace
                    .runs()
                    .complete(workspace.runs().start(TestWorkspaces.request()).id(), "sha256:3", "{\"people\":5}");
            workspace
                    .runs()
                    .fail(workspace.runs().start(TestWorkspaces.request()).id(), "no reason \ud83d");
            workspace.runs().start(TestWorkspaces.request());
            workspace.users().add(TestWorkspaces.MARK);
            workspace.users().changeRole("mark", Role.ANALYST);
            workspace.audit().record("report.exported", "report/1", "{\"b\":1.50,\"a\":\"x\"}");
            rows = workspace.audit().size();
            AuditVerification verification = workspace.audit().verify();
            assertTrue(verification.intact(), verification::toString);
            assertEquals(rows, verification.entries());
            assertEquals(6, verification.documents());
            assertEquals(workspace.audit().head(), verification.head());
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("workspace.mv.db", "audit.head")) {
            Files.copy(original.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static List<AuditProblem> verify(Path root) {
        try (Workspace workspace = TestWorkspaces.openReadOnly(root)) {
            return workspace.audit().verify().problems();
        }
    }

    private List<AuditProblem> afterwards(String... statements) throws Exception {
        Path copy = copy("copy");
        RawDatabase.run(copy, statements);
        return verify(copy);
    }

    private static void assertNames(List<AuditProblem> problems, Kind kind, long number, String subject) {
        assertTrue(
                problems.stream()
                        .anyMatch(p -> p.kind() == kind
                                && p.number() == number
                                && p.subject().equals(subject)),
                () -> kind + " of row " + number + " not among " + problems);
    }

    @Test
    void anEditedRowIsNamed() throws Exception {
        assertNames(
                afterwards("UPDATE audit_entry SET author = 'mallory' WHERE number = 4"),
                Kind.EDITED_ROW,
                4,
                "journey/j2@1");
    }

    @Test
    void anEditedRowWithAFittingHashBreaksTheChainAfterIt() throws Exception {
        Path copy = copy("copy");
        RawDatabase.with(copy, connection -> rewrite(connection, 4, "mallory"));
        assertNames(verify(copy), Kind.BROKEN_LINK, 5, "journey/j0@1");
    }

    private static void rewrite(Connection connection, long number, String author) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM audit_entry WHERE number = " + number);
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE audit_entry SET author = ?, hash = ? WHERE number = " + number)) {
            row.next();
            AuditEvent event = new AuditEvent(
                    number,
                    row.getTimestamp("ENTERED").toInstant(),
                    author,
                    row.getString("TYPE"),
                    row.getString("SUBJECT"),
                    row.getString("DETAIL"));
            update.setString(1, author);
            update.setString(2, event.hash(row.getString("PREVIOUS_HASH")));
            update.executeUpdate();
        }
    }

    @Test
    void aRemovedRowIsNamed() throws Exception {
        assertNames(afterwards("DELETE FROM audit_entry WHERE number = 4"), Kind.REMOVED_ROW, 4, "ledger");
        assertNames(
                afterwards(
                        "DELETE FROM audit_entry WHERE number = 4",
                        "UPDATE audit_entry SET number = number - 1 WHERE number > 4",
                        "UPDATE audit_head SET entries = entries - 1"),
                Kind.MOVED_ROW,
                4,
                "journey/j0@1");
    }

    @Test
    void swappedRowsAreBothNamed() throws Exception {
        List<AuditProblem> problems = afterwards(
                "UPDATE audit_entry SET number = 1000 WHERE number = 4",
                "UPDATE audit_entry SET number = 4 WHERE number = 6",
                "UPDATE audit_entry SET number = 6 WHERE number = 1000");
        assertNames(problems, Kind.MOVED_ROW, 4, "journey/j1@2");
        assertNames(problems, Kind.MOVED_ROW, 6, "journey/j2@1");
    }

    @Test
    void aRowInsertedAtTheEndIsNamed() throws Exception {
        Path copy = copy("copy");
        RawDatabase.with(copy, connection -> append(connection, rows + 1));
        assertNames(verify(copy), Kind.INSERTED_ROW, rows + 1, "ledger");
    }

    private static void append(Connection connection, long number) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("SELECT hash FROM audit_entry WHERE number = " + (number - 1));
                PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_entry SELECT " + number
                        + ", entered, author, type, subject, detail, ?, ? FROM audit_entry WHERE number = 1")) {
            last.next();
            insert.setString(1, last.getString(1));
            insert.setString(2, "0".repeat(64));
            insert.executeUpdate();
        }
    }

    @Test
    void rowsMissingAtTheEndAreFoundByEitherHead() throws Exception {
        String truncate = "DELETE FROM audit_entry WHERE number = " + rows;
        assertNames(afterwards(truncate), Kind.TRUNCATED, rows, "ledger");
        List<AuditProblem> byFile = afterwards(
                truncate,
                "UPDATE audit_head SET entries = entries - 1, hash = (SELECT hash FROM audit_entry WHERE number = "
                        + (rows - 1) + ")");
        assertEquals(
                List.of("audit.head"),
                byFile.stream().map(AuditProblem::subject).toList());
        assertNames(byFile, Kind.TRUNCATED, rows, "audit.head");
    }

    @Test
    void aContradictedHeadFileStaysAndAMissingOneIsMadeAgainWithARowThatSaysSo() throws Exception {
        Path copy = copy("copy");
        String far = "{\"entries\":5000,\"hash\":\"" + "a".repeat(64) + "\"}";
        Files.writeString(copy.resolve("audit.head"), far);
        try (Workspace workspace = TestWorkspaces.open(copy)) {
            workspace.documents().save(TestWorkspaces.journey("later", "{}"));
            assertNames(workspace.audit().verify().problems(), Kind.TRUNCATED, rows + 2, "audit.head");
        }
        assertEquals(far, Files.readString(copy.resolve("audit.head")));

        Path other = copy("other");
        Files.delete(other.resolve("audit.head"));
        assertNames(verify(other), Kind.HEAD_MISSING, 0, "audit.head");
        try (Workspace workspace = TestWorkspaces.open(other)) {
            assertTrue(workspace.audit().verify().intact());
            assertEquals(
                    "ledger.head-missing",
                    workspace.audit().entries(rows + 1, 1).getFirst().type());
        }
    }

    @Test
    void contentThatTheLedgerDoesNotKnowIsNamed() throws Exception {
        assertNames(
                afterwards("UPDATE document_version SET content = '{\"n\":9}' WHERE id = 'j2' AND version = 1"),
                Kind.CONTENT_CHANGED,
                4,
                "journey/j2@1");
        assertNames(
                afterwards(
                        "DELETE FROM document_state WHERE id = 'j2' AND version = 1",
                        "DELETE FROM document_version WHERE id = 'j2' AND version = 1"),
                Kind.CONTENT_REMOVED,
                4,
                "journey/j2@1");
        assertNames(
                afterwards(
                        "INSERT INTO document_version SELECT kind, id, 77, title, author, saved, content_hash, content FROM"
                                + " document_version WHERE id = 'j2' AND version = 1"),
                Kind.CONTENT_INSERTED,
                0,
                "journey/j2@77");
    }

    /** One random change of one value, or one random row less, in any table that the ledger covers. */
    private static String tamper(Connection connection, Random random) throws SQLException {
        String[] tables = {"AUDIT_ENTRY", "AUDIT_HEAD", "DOCUMENT_VERSION", "DOCUMENT_STATE", "RUN", "WORKSPACE_USER"};
        String table = tables[random.nextInt(tables.length)];
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
            try (ResultSet all = statement.executeQuery("SELECT * FROM " + table)) {
                all.last();
                all.absolute(1 + random.nextInt(all.getRow()));
                if (random.nextInt(5) == 0) {
                    all.deleteRow();
                    return "a row less in " + table;
                }
                int column;
                do {
                    column = 1 + random.nextInt(all.getMetaData().getColumnCount());
                } while (isKeyOfRun(table, all.getMetaData().getColumnName(column)));
                Object value = all.getObject(column);
                String was = value == null ? "null" : all.getString(column);
                switch (value) {
                    case Integer i -> all.updateInt(column, i + 1 + random.nextInt(50));
                    case Long l -> all.updateLong(column, l + 1 + random.nextInt(50));
                    case Boolean b -> all.updateBoolean(column, !b);
                    case java.time.OffsetDateTime time ->
                        all.updateObject(column, time.plusSeconds(1 + random.nextInt(1_000)));
                    case null -> {
                        if (all.getMetaData().getColumnTypeName(column).startsWith("TIMESTAMP")) {
                            all.updateObject(column, java.time.OffsetDateTime.parse("2026-01-01T00:00:00Z"));
                        } else {
                            all.updateString(column, "x");
                        }
                    }
                    default -> all.updateString(column, changed(was, random));
                }
                all.updateRow();
                return table + "." + all.getMetaData().getColumnName(column) + " of " + was;
            }
        }
    }

    /** The running number of a run orders the list and says nothing; its id is what the ledger knows it by. */
    private static boolean isKeyOfRun(String table, String column) {
        return table.equals("RUN") && column.equals("NUMBER");
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == '7' ? '8' : '7';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    @Test
    void noRandomTamperingGoesUnnoticed() throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Path copy = copy("copy");
            String[] what = new String[1];
            RawDatabase.with(copy, connection -> what[0] = tamper(connection, random));
            List<AuditProblem> problems = verify(copy);
            assertTrue(!problems.isEmpty(), "seed " + seed + ": " + what[0]);
        }
    }
}
