package org.wayleave.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.h2.store.fs.FileUtils;

/**
 * A private copy of a database file as it is at one moment, for reading. It may be taken while another process writes: H2 adds
 * to its file and leaves what is superseded in place for 45 seconds, so that a copy made within that time holds the last
 * commit. The copy lives in memory, or in a folder of its own when it is large; an encrypted database stays encrypted in it.
 */
final class Snapshot implements AutoCloseable {

    /** Largest database kept in memory, in bytes. */
    static final long LARGEST_IN_MEMORY = 128L * 1024 * 1024;

    private final String name;
    private final String file;

    private Snapshot(String name, String file) {
        this.name = name;
        this.file = file;
    }

    static Snapshot of(Path database, long largestInMemory) {
        try {
            String name = Files.size(database) <= largestInMemory
                    ? "nioMemFS:wayleave-" + UUID.randomUUID() // H2 insists on the folder; the root exists
                    : Files.createTempDirectory("wayleave-")
                            .resolve("workspace")
                            .toString();
            Snapshot snapshot = new Snapshot(name, name + ".mv.db");
            boolean complete = false;
            try (InputStream in = Files.newInputStream(database);
                    OutputStream out = FileUtils.newOutputStream(snapshot.file, false)) {
                in.transferTo(out);
                complete = true;
            } finally {
                if (!complete) {
                    snapshot.close();
                }
            }
            return snapshot;
        } catch (IOException e) {
            throw Failures.of("Cannot read " + database, e);
        }
    }

    /** Name of the copy as H2 wants it. */
    String name() {
        return name;
    }

    /** Writes the snapshot to a file that does not exist yet. */
    void copyTo(Path target) throws IOException {
        // Part by part, because H2's channels in memory refuse the direct transfer that a bare copy would ask for.
        try (InputStream in = FileUtils.newInputStream(file);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] part = new byte[65_536];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                out.write(part, 0, read);
            }
        }
    }

    @Override
    public void close() {
        FileUtils.tryDelete(file);
        if (!file.startsWith("nioMemFS:")) {
            FileUtils.tryDelete(FileUtils.getParent(file));
        }
    }
}
