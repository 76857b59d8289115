package org.wayleave.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Options for tests: a clock that goes on by one second with each look, and users of each role. */
final class TestWorkspaces {

    static final Author ANNA = new Author("anna", "Anna Officer", Role.PRIVACY_OFFICER);
    static final Author MARK = new Author("mark", "Mark Marketer", Role.MARKETER);
    static final Author AUDITOR = new Author("audrey", "Audrey Auditor", Role.AUDITOR);
    static final Author ADMIN = new Author("ada", "Ada Admin", Role.ADMINISTRATOR);

    private TestWorkspaces() {}

    static InstantSource clock() {
        AtomicLong seconds =
                new AtomicLong(Instant.parse("2026-03-01T09:00:00Z").getEpochSecond());
        return () -> Instant.ofEpochSecond(seconds.incrementAndGet());
    }

    static WorkspaceOptions as(Author author) {
        return WorkspaceOptions.plain(clock(), author);
    }

    static WorkspaceOptions with(String passphrase) {
        return new WorkspaceOptions(clock(), passphrase.toCharArray(), ANNA);
    }

    static Workspace create(Path folder) {
        return Workspace.create(folder, as(ANNA));
    }

    static Workspace open(Path folder) {
        return Workspace.open(folder, OpenMode.READ_WRITE, as(ANNA));
    }

    static Workspace openReadOnly(Path folder) {
        return Workspace.open(folder, OpenMode.READ_ONLY, as(ANNA));
    }

    static DocumentDraft journey(String id, String json) {
        return new DocumentDraft(DocumentKind.JOURNEY, id, "Journey " + id, json, null);
    }

    static RunRequest request() {
        return new RunRequest("win-back", 1, "sha256:1", "sha256:2", "retail@1", 1_000, 90, Long.MIN_VALUE + 7);
    }
}
