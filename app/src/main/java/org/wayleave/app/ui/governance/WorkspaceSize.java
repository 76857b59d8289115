package org.wayleave.app.ui.governance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of the disk a workspace takes.
 *
 * @param database bytes of documents, runs and audit ledger
 * @param ledgers number of decision ledgers
 * @param ledgerBytes bytes of all of them
 */
record WorkspaceSize(long database, int ledgers, long ledgerBytes) {

    /**
     * Looks at the files of a workspace.
     *
     * @throws IOException when the folder cannot be read
     */
    static WorkspaceSize of(Path folder) throws IOException {
        long database = 0;
        for (Path file : files(folder)) {
            if (file.getFileName().toString().startsWith("workspace.")) {
                database += Files.size(file);
            }
        }
        int ledgers = 0;
        long ledgerBytes = 0;
        for (Path file : files(folder.resolve("runs"))) {
            if (file.getFileName().toString().endsWith(".duckdb")) {
                ledgers++;
                ledgerBytes += Files.size(file);
            }
        }
        return new WorkspaceSize(database, ledgers, ledgerBytes);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
