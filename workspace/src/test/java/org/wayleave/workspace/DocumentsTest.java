package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.json.CanonicalJson;

class DocumentsTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Documents documents;

    @BeforeEach
    void create() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
        documents = workspace.documents();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void eachSaveMakesAVersionAndKeepsTheOnesBefore() {
        DocumentVersion first = documents.save(TestWorkspaces.journey("win-back", "{\"b\": 1.0, \"a\": []}"));
        DocumentVersion second = documents.save(TestWorkspaces.journey("win-back", "{\"a\": [1]}"));

        assertEquals(1, first.version());
        assertEquals("{\"a\":[],\"b\":1}", first.json());
        assertEquals(CanonicalJson.hash("{\"a\":[],\"b\":1}"), first.contentHash());
        assertEquals(2, second.version());
        assertEquals(Optional.of(second), documents.latest(DocumentKind.JOURNEY, "win-back"));
        assertEquals(Optional.of(first), documents.version(DocumentKind.JOURNEY, "win-back", 1));
        assertEquals(List.of(second, first), documents.history(DocumentKind.JOURNEY, "win-back"));
        assertEquals(List.of(second.summary()), documents.list());
    }

    @Test
    void aNoteStandsInTheLedgerWithItsVersionOrNeitherDoes() {
        AuditNote note = new AuditNote("identity.merged", "login-1-ab", "{\"why\":\"one person\"}");
        documents.save(new DocumentDraft(DocumentKind.IDENTITY_CHANGES, "changes", "Changes", "{}", 0), note);
        List<AuditEntry> rows = workspace.audit().entries(workspace.audit().size() - 1, 2);
        assertEquals(
                List.of("document.saved", "identity.merged"),
                rows.stream().map(AuditEntry::type).toList());

        long before = workspace.audit().size();
        assertRefused(
                Reason.CONFLICT,
                () -> documents.save(
                        new DocumentDraft(DocumentKind.IDENTITY_CHANGES, "changes", "Changes", "{}", 0), note));
        assertRefused(
                Reason.INVALID_DOCUMENT,
                () -> documents.save(
                        new DocumentDraft(DocumentKind.IDENTITY_CHANGES, "changes", "Changes", "{}", 1),
                        new AuditNote("document.saved", "x", "{}")));
        assertEquals(before, workspace.audit().size());
        assertEquals(
                1, documents.history(DocumentKind.IDENTITY_CHANGES, "changes").size());
    }

    @Test
    void documentsSurviveClosing() {
        DocumentVersion saved =
                documents.save(TestWorkspaces.journey("win-back", "{\"text\": \"é \\u0000 \\ud83d\\ude00\"}"));
        workspace.close();
        workspace = TestWorkspaces.open(folder.resolve("w"));
        assertEquals(Optional.of(saved), workspace.documents().latest(DocumentKind.JOURNEY, "win-back"));
        assertTrue(
                workspace.audit().verify().intact(),
                () -> workspace.audit().verify().toString());
    }

    @Test
    void aListIsInOrderOfKindAndTitle() {
        documents.save(new DocumentDraft(DocumentKind.DPIA, "a", "beta", "{}", null));
        documents.save(new DocumentDraft(DocumentKind.JOURNEY, "z", "Zeta", "{}", null));
        documents.save(new DocumentDraft(DocumentKind.DPIA, "b", "Alpha", "{}", null));
        assertEquals(
                List.of("z", "b", "a"),
                documents.list().stream().map(DocumentSummary::id).toList());
        assertEquals(
                List.of("b", "a"),
                documents.list(DocumentKind.DPIA).stream()
                        .map(DocumentSummary::id)
                        .toList());
    }

    @Test
    void aSaveThatIsNotBasedOnTheLatestVersionIsAConflict() {
        documents.save(TestWorkspaces.journey("j", "{}"));
        documents.save(new DocumentDraft(DocumentKind.JOURNEY, "j", "J", "{\"n\":2}", 1));
        assertRefused(
                Reason.CONFLICT,
                () -> documents.save(new DocumentDraft(DocumentKind.JOURNEY, "j", "J", "{\"n\":3}", 1)));
        assertRefused(
                Reason.CONFLICT, () -> documents.save(new DocumentDraft(DocumentKind.JOURNEY, "j", "J", "{}", 0)));
        assertRefused(
                Reason.CONFLICT, () -> documents.save(new DocumentDraft(DocumentKind.JOURNEY, "new", "N", "{}", 4)));
        assertEquals(2, documents.history(DocumentKind.JOURNEY, "j").size());
        assertEquals(
                1,
                documents
                        .save(new DocumentDraft(DocumentKind.JOURNEY, "new", "N", "{}", 0))
                        .version());
    }

    @Test
    void whatIsNotADocumentIsRefusedWithTheReason() {
        for (String json : List.of(
                "",
                "[]",
                "3",
                "{",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"n\":12345678901234567891}",
                "{\"n\":1e999}",
                "{\"s\":\"\\ud800\"}",
                "[".repeat(1_000) + "]".repeat(1_000),
                "{\"s\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}")) {
            assertRefused(Reason.INVALID_DOCUMENT, () -> documents.save(TestWorkspaces.journey("j", json)));
        }
        for (String id : List.of("", "../up", "a/b", "-a", "a b", "x".repeat(121), "é")) {
            assertRefused(Reason.INVALID_DOCUMENT, () -> documents.save(TestWorkspaces.journey(id, "{}")));
        }
        for (String title : List.of("", "  ", "x".repeat(201), "two\nlines")) {
            assertRefused(
                    Reason.INVALID_DOCUMENT,
                    () -> documents.save(new DocumentDraft(DocumentKind.DPIA, "d", title, "{}", null)));
        }
        assertEquals(List.of(), documents.list());
    }

    @Test
    void aVersionGoesThroughItsStates() {
        documents.save(TestWorkspaces.journey("j", "{}"));
        documents.changeState(DocumentKind.JOURNEY, "j", 1, DocumentState.IN_REVIEW);
        DocumentVersion approved = documents.changeState(DocumentKind.JOURNEY, "j", 1, DocumentState.APPROVED);
        documents.save(TestWorkspaces.journey("j", "{\"n\":2}"));

        assertEquals(DocumentState.APPROVED, approved.state());
        assertEquals(
                List.of(DocumentState.DRAFT, DocumentState.IN_REVIEW, DocumentState.APPROVED),
                documents.states(DocumentKind.JOURNEY, "j", 1).stream()
                        .map(StateChange::state)
                        .toList());
        assertEquals(
                DocumentState.DRAFT,
                documents.latest(DocumentKind.JOURNEY, "j").orElseThrow().state());
        assertEquals(
                Optional.of(approved),
                documents.latestIn(DocumentKind.JOURNEY, "j", Set.of(DocumentState.APPROVED, DocumentState.ACTIVE)));
        assertRefused(Reason.CONFLICT, () -> documents.changeState(DocumentKind.JOURNEY, "j", 1, DocumentState.PAUSED));
        assertRefused(Reason.MISSING, () -> documents.changeState(DocumentKind.JOURNEY, "j", 9, DocumentState.RETIRED));
    }

    @Test
    void anAuditorWritesNothingAndAMarketerApprovesNothing() {
        documents.save(TestWorkspaces.journey("j", "{}"));
        workspace.close();
        workspace = Workspace.open(folder.resolve("w"), OpenMode.READ_WRITE, TestWorkspaces.as(TestWorkspaces.AUDITOR));
        assertRefused(Reason.FORBIDDEN, () -> workspace.documents().save(TestWorkspaces.journey("j", "{\"n\":2}")));
        workspace.close();
        workspace = Workspace.open(folder.resolve("w"), OpenMode.READ_WRITE, TestWorkspaces.as(TestWorkspaces.MARK));
        assertRefused(
                Reason.FORBIDDEN,
                () -> workspace.documents().changeState(DocumentKind.JOURNEY, "j", 1, DocumentState.APPROVED));
        assertEquals(
                DocumentState.IN_REVIEW,
                workspace
                        .documents()
                        .changeState(DocumentKind.JOURNEY, "j", 1, DocumentState.IN_REVIEW)
                        .state());
    }
}
