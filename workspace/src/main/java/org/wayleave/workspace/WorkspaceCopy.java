package org.wayleave.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.wayleave.workspace.AuditHeadFile.Head;

/** Copies an open workspace. The database goes through H2's online backup, which other work does not disturb. */
final class WorkspaceCopy {

    private final WorkspaceFolder source;
    private final Store store;
    private final ChainedLedger ledger;
    private final Runs runs;
    private final @Nullable Snapshot snapshot;

    /** @param snapshot what the store reads, null when it is the database of the folder itself */
    WorkspaceCopy(WorkspaceFolder source, Store store, ChainedLedger ledger, Runs runs, @Nullable Snapshot snapshot) {
        this.source = source;
        this.store = store;
        this.ledger = ledger;
        this.runs = runs;
        this.snapshot = snapshot;
    }

    void to(WorkspaceFolder target) {
        String what = "Cannot copy the workspace to " + target.root();
        target.requireFree();
        boolean existed = Files.exists(target.root());
        boolean complete = false;
        try {
            Files.createDirectories(target.root());
            // Before the database: the file may lag behind the ledger it belongs to, but not lead.
            Head head = ledger.headOnFile();
            if (head != null) {
                new AuditHeadFile(target.auditHead()).write(head);
            }
            if (snapshot == null) {
                backUp(what, target);
            } else {
                snapshot.copyTo(target.database());
            }
            SafeFiles.flush(target.database());
            if (Files.isRegularFile(source.key()) && source.encrypted()) {
                Files.copy(source.key(), target.key());
            }
            copyRuns(target);
            if (Files.isDirectory(source.attachments())) {
                SafeFiles.copyTree(source.attachments(), target.attachments());
            }
            complete = true;
        } catch (IOException e) {
            throw Failures.of(what, e);
        } finally {
            if (!complete) {
                removeCopied(target, existed);
            }
        }
    }

    private void backUp(String what, WorkspaceFolder target) throws IOException {
        Path archive = target.root().resolve("workspace.copy.zip");
        store.execute(what, "BACKUP TO '" + archive.toString().replace("'", "''") + "'");
        boolean found = false;
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(WorkspaceFolder.DATABASE)) {
                    Files.copy(zip, target.database());
                    found = true;
                }
            }
        }
        Files.delete(archive);
        if (!found) {
            throw new IOException("the backup held no " + WorkspaceFolder.DATABASE);
        }
    }

    private void copyRuns(WorkspaceFolder target) throws IOException {
        Files.createDirectories(target.runs());
        for (Run run : runs.list()) {
            Path ledger = source.runs().resolve(run.id() + ".duckdb");
            if (run.state() != RunState.INCOMPLETE && Files.isRegularFile(ledger)) {
                Files.copy(ledger, target.runs().resolve(run.id() + ".duckdb"));
            }
        }
    }

    private static void removeCopied(WorkspaceFolder target, boolean existed) {
        try {
            for (Path copied : new Path[] {
                target.root().resolve("workspace.copy.zip"), target.database(), target.key(), target.auditHead()
            }) {
                Files.deleteIfExists(copied);
            }
            SafeFiles.deleteTree(target.runs());
            SafeFiles.deleteTree(target.attachments());
            if (!existed) {
                Files.deleteIfExists(target.root());
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(WorkspaceCopy.class).warn("Cannot remove the unfinished copy {}", target.root(), e);
        }
    }
}
