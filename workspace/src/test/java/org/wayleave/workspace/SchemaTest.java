package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.workspace.WorkspaceException.Reason;

/**
 * Every schema version ever released has a workspace among the test resources, {@code fixture/v<n>.zip}, and its contents as
 * text, {@code fixture/v<n>.txt}. Both are made once, by the program of that version, with {@code -Dwayleave.fixture=true}.
 */
class SchemaTest {

    private static final Schema NEXT = new Schema("org/wayleave/workspace/next", Schema.CURRENT.version() + 1);
    private static final Schema BROKEN = new Schema("org/wayleave/workspace/broken", Schema.CURRENT.version() + 1);

    @TempDir
    Path folder;

    static Stream<Integer> versions() {
        return Stream.iterate(1, v -> v <= Schema.CURRENT.version(), v -> v + 1);
    }

    private static InputStream resource(String name) {
        InputStream in = SchemaTest.class.getResourceAsStream("fixture/" + name);
        assertNotNull(in, name + " is missing; make it with -Dwayleave.fixture=true");
        return in;
    }

    private Path unpack(int version) throws IOException {
        Path root = Files.createDirectories(folder.resolve("v" + version));
        try (ZipInputStream zip = new ZipInputStream(resource("v" + version + ".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, root.resolve(entry.getName()));
            }
        }
        return root;
    }

    private static String expected(int version) throws IOException {
        try (InputStream in = resource("v" + version + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Everything a workspace holds, as text. */
    private static String contents(Workspace workspace) {
        StringBuilder text = new StringBuilder();
        for (DocumentSummary document : workspace.documents().list()) {
            for (DocumentVersion version : workspace.documents().history(document.kind(), document.id())) {
                text.append(version).append('\n');
                text.append(workspace.documents().states(version.kind(), version.id(), version.version()))
                        .append('\n');
            }
        }
        workspace.runs().list().forEach(run -> text.append(run).append('\n'));
        workspace.users().list().forEach(user -> text.append(user).append('\n'));
        workspace.privacy().limits().forEach(limit -> text.append(limit).append('\n'));
        workspace.privacy().spends().forEach(spend -> text.append(spend).append('\n'));
        workspace.consents().list().forEach(kept -> {
            text.append(kept).append('\n');
            workspace
                    .consents()
                    .entries(kept.origin().catalogue())
                    .forEach(entry -> text.append(entry).append('\n'));
        });
        text.append(workspace.preferences().get("window.size")).append('\n');
        workspace.audit().entries(1, 1_000).forEach(entry -> text.append(entry).append('\n'));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aWorkspaceOfEverySchemaVersionOpensWithTheSameContents(int version) throws IOException {
        Path root = unpack(version);
        String expected = expected(version);
        byte[] before = Files.readAllBytes(root.resolve("workspace.mv.db"));
        try (Workspace workspace = TestWorkspaces.openReadOnly(root)) {
            assertEquals(expected, contents(workspace));
            assertTrue(
                    workspace.audit().verify().intact(),
                    () -> workspace.audit().verify().toString());
        }
        assertEquals(
                new String(before, StandardCharsets.ISO_8859_1),
                Files.readString(root.resolve("workspace.mv.db"), StandardCharsets.ISO_8859_1));
        try (Workspace workspace = TestWorkspaces.open(root)) {
            assertEquals(expected, contents(workspace));
            assertTrue(
                    workspace.audit().verify().intact(),
                    () -> workspace.audit().verify().toString());
        }
        assertFalse(Files.exists(root.resolve("workspace.before-migration")));
    }

    private static WorkspaceOpening opening(Schema schema) {
        return new WorkspaceOpening(TestWorkspaces.as(TestWorkspaces.ANNA), schema, "", Snapshot.LARGEST_IN_MEMORY);
    }

    @Test
    void anOlderSchemaIsBroughtUpToDateOnce() throws IOException {
        Path root = unpack(Schema.CURRENT.version());
        String expected = expected(Schema.CURRENT.version());
        try (Workspace workspace = opening(NEXT).openSnapshot(root)) {
            assertEquals(expected, contents(workspace));
        }
        TestWorkspaces.open(root).close();
        for (int i = 0; i < 2; i++) {
            try (Workspace workspace = opening(NEXT).openForWriting(root)) {
                assertEquals(expected, contents(workspace));
            }
        }
        assertRefused(Reason.NEWER_SCHEMA, () -> TestWorkspaces.open(root));
    }

    @Test
    void aMigrationThatFailsLeavesTheWorkspaceAsItWas() throws IOException {
        Path root = unpack(Schema.CURRENT.version());
        WorkspaceException failed =
                assertRefused(Reason.DAMAGED, () -> opening(BROKEN).openForWriting(root));
        assertTrue(failed.getMessage().contains(root.toString()), failed.getMessage());
        assertFalse(Files.exists(root.resolve("workspace.before-migration")));
        try (Workspace workspace = TestWorkspaces.open(root)) {
            assertEquals(expected(Schema.CURRENT.version()), contents(workspace));
        }
    }

    @Test
    void theProgramKnowsTheNewestMigration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", Schema.CURRENT.location()))) {
            assertEquals(
                    Schema.CURRENT.version(),
                    files.map(path -> path.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max()
                            .orElseThrow());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "wayleave.fixture", matches = "true")
    void makesTheFixtureOfThisVersion() throws IOException {
        Path root = folder.resolve("fixture");
        String contents;
        try (Workspace workspace = TestWorkspaces.create(root)) {
            workspace
                    .documents()
                    .save(TestWorkspaces.journey("win-back", "{\"title\":\"Zurück é\",\"steps\":[1,2.5]}"));
            workspace.documents().save(TestWorkspaces.journey("win-back", "{\"steps\":[]}"));
            workspace.documents().changeState(DocumentKind.JOURNEY, "win-back", 2, DocumentState.APPROVED);
            for (DocumentKind kind : DocumentKind.values()) {
                workspace.documents().save(new DocumentDraft(kind, "each", "A " + kind.title(), "{}", null));
            }
            workspace
                    .runs()
                    .complete(workspace.runs().start(TestWorkspaces.request()).id(), "sha256:3", "{\"people\":5}");
            workspace
                    .runs()
                    .fail(workspace.runs().start(TestWorkspaces.request()).id(), "no reason");
            workspace.runs().start(TestWorkspaces.request());
            workspace.users().add(TestWorkspaces.MARK);
            workspace.preferences().put("window.size", "1440x900");
            workspace.privacy().setLimit("customers", "analytics", 2.5, 1e-6);
            workspace
                    .privacy()
                    .spend(
                            new PrivacyRequest("customers", "analytics", "People by country", 0.01, 0),
                            (limit, before) -> true);
            workspace
                    .consents()
                    .keep(
                            ConsentImportsTest.origin("a"),
                            List.of(
                                    ConsentImportsTest.entry("customer-id-1-0a", "granted"),
                                    ConsentImportsTest.entry("customer-id-1-0b", "withdrawn")),
                            done -> {},
                            () -> false);
            workspace.audit().record("report.exported", "report/1", "{\"b\":1.50,\"a\":\"x\"}");
            contents = contents(workspace);
        }
        Path target = Files.createDirectories(Path.of("src/test/resources/org/wayleave/workspace/fixture"));
        String name = String.format(Locale.ROOT, "v%d", Schema.CURRENT.version());
        Files.writeString(target.resolve(name + ".txt"), contents);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target.resolve(name + ".zip")))) {
            for (String file : new String[] {"workspace.mv.db", "audit.head"}) {
                zip.putNextEntry(new ZipEntry(file));
                Files.copy(root.resolve(file), zip);
                zip.closeEntry();
            }
        }
    }
}
