package org.wayleave.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.LoggerFactory;

/** Copies an open workspace. The database goes through H2's online backup, which other work does not disturb. */
final class WorkspaceCopy {

    private final WorkspaceFolder source;
    private final Store store;
    private final Runs runs;

    WorkspaceCopy(WorkspaceFolder source, Store store, Runs runs) {
        this.source = source;
        this.store = store;
        this.runs = runs;
    }

    void to(WorkspaceFolder target) {
        String what = "Cannot copy the workspace to " + target.root();
        target.requireFree();
        boolean existed = Files.exists(target.root());
        boolean complete = false;
        try {
            Files.createDirectories(target.root());
            copyDatabase(what, target);
            if (Files.isRegularFile(source.key()) && source.encrypted()) {
                Files.copy(source.key(), target.key());
            }
            if (Files.isRegularFile(source.auditHead())) {
                Files.copy(source.auditHead(), target.auditHead());
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

    private void copyDatabase(String what, WorkspaceFolder target) throws IOException {
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
        SafeFiles.flush(target.database());
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
