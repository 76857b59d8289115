package org.wayleave.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.json.JsonMappers;

/**
 * The right to write in a workspace folder, held as an operating-system lock on the file {@code workspace.lock}. The system
 * gives it back when the process ends, however it ends. The file says who holds it.
 */
final class FolderLock implements AutoCloseable {

    /** The byte locked lies far behind the text, which stays readable where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int LONGEST_TEXT = 4_000;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(WorkspaceFolder folder, Instant now, Author author) {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw new WorkspaceException(
                    Reason.NO_ACCESS,
                    "This user may not write in " + folder.root() + ". Open the workspace read-only, or copy it first.",
                    e);
        } catch (FileSystemException e) {
            throw Failures.of("Cannot open " + folder.lock(), e);
        } catch (IOException e) {
            throw Failures.of("Cannot open " + folder.lock(), e);
        }
        FolderLock lock = new FolderLock(channel);
        boolean held = false;
        try {
            FileLock taken = channel.tryLock(LOCKED_BYTE, 1, false);
            if (taken == null) {
                throw inUse(folder, "in use" + holder(folder.lock()));
            }
            held = true;
            lock.sign(now, author);
            return lock;
        } catch (OverlappingFileLockException e) {
            throw inUse(folder, "already open for writing in this program");
        } catch (IOException e) {
            held = false;
            throw Failures.of("Cannot lock " + folder.lock(), e);
        } finally {
            if (!held) {
                lock.close();
            }
        }
    }

    private static WorkspaceException inUse(WorkspaceFolder folder, String how) {
        return new WorkspaceException(
                Reason.IN_USE,
                "The workspace " + folder.root() + " is " + how + ". Close it there, or open it read-only.");
    }

    private void sign(Instant now, Author author) throws IOException {
        ObjectNode text = JsonMappers.hardened().createObjectNode();
        text.put("process", ProcessHandle.current().pid());
        text.put("host", host());
        text.put("author", author.name());
        text.put("since", now.toString());
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        channel.truncate(0);
        channel.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String holder(Path file) {
        JsonNode text = read(file);
        if (text == null || !text.path("process").isIntegralNumber()) {
            return " by another program";
        }
        String host = text.path("host").asText();
        return " by " + Names.shortened(text.path("author").asText()) + " (process "
                + text.path("process").asLong() + (host.isEmpty() ? "" : " on " + Names.shortened(host)) + ", since "
                + Names.shortened(text.path("since").asText()) + ")";
    }

    private static @Nullable JsonNode read(Path file) {
        try {
            byte[] bytes = Files.size(file) > LONGEST_TEXT ? new byte[0] : Files.readAllBytes(file);
            return JsonMappers.hardened(LONGEST_TEXT).readTree(bytes);
        } catch (IOException e) {
            return null; // the holder is about to write it; the message does without the name
        }
    }

    private static String host() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        int at = name.indexOf('@');
        return at < 0 ? "" : name.substring(at + 1);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Failures.of("Cannot release the lock of the workspace", e);
        }
    }
}
