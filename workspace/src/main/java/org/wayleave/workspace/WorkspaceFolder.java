package org.wayleave.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wayleave.workspace.WorkspaceException.Reason;

/**
 * The names inside a workspace folder, and what can be said about the folder without opening the store.
 *
 * @param root absolute path of the folder
 */
record WorkspaceFolder(Path root) {

    static final String DATABASE = "workspace.mv.db";

    private static final String PLAIN_START = "H:2,";
    private static final String ENCRYPTED_START = "H2encrypt";

    static WorkspaceFolder of(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (root.toString().indexOf(';') >= 0 || root.toString().chars().anyMatch(Character::isISOControl)) {
            throw new WorkspaceException(
                    Reason.INVALID_FOLDER,
                    "The path " + Names.shortened(root.toString())
                            + " cannot hold a workspace: choose one without semicolons and control characters.");
        }
        return new WorkspaceFolder(root);
    }

    Path database() {
        return root.resolve(DATABASE);
    }

    /** Path of the database as H2 wants it, without its suffix. */
    String databaseName() {
        return root.resolve("workspace").toString();
    }

    Path key() {
        return root.resolve("workspace.key.json");
    }

    Path lock() {
        return root.resolve("workspace.lock");
    }

    Path auditHead() {
        return root.resolve("audit.head");
    }

    Path runs() {
        return root.resolve("runs");
    }

    Path attachments() {
        return root.resolve("attachments");
    }

    /** Copy of the database kept while its schema is brought up to date. */
    Path beforeMigration() {
        return root.resolve("workspace.before-migration");
    }

    /** Where an encrypted database is written before it takes the place of the plain one. */
    Path encrypting() {
        return root.resolve("workspace.encrypting");
    }

    /** Says in one line what is wrong when the folder cannot be a workspace. */
    void requireWorkspace() {
        if (!Files.exists(root)) {
            throw new WorkspaceException(
                    Reason.MISSING,
                    "There is no folder " + root + ". Create a workspace there first, or check the path.");
        }
        if (!Files.isDirectory(root)) {
            throw new WorkspaceException(
                    Reason.NOT_A_WORKSPACE, root + " is a file. A workspace is a folder that holds " + DATABASE + ".");
        }
        if (!Files.isRegularFile(database())) {
            throw new WorkspaceException(
                    Reason.NOT_A_WORKSPACE,
                    "The folder " + root + " is not a workspace: it holds no " + DATABASE + ".");
        }
    }

    /** Whether the database is encrypted, by its first bytes. */
    boolean encrypted() {
        byte[] start = new byte[ENCRYPTED_START.length()];
        int read;
        try (InputStream in = Files.newInputStream(database())) {
            read = in.readNBytes(start, 0, start.length);
        } catch (AccessDeniedException e) {
            throw new WorkspaceException(Reason.NO_ACCESS, "This user may not read " + database() + ".", e);
        } catch (IOException e) {
            throw new WorkspaceException(Reason.NO_ACCESS, "Cannot read " + database() + ": " + e.getMessage(), e);
        }
        String text = new String(start, 0, read, StandardCharsets.ISO_8859_1);
        if (text.equals(ENCRYPTED_START)) {
            return true;
        }
        if (text.startsWith(PLAIN_START)) {
            return false;
        }
        throw notOurs();
    }

    WorkspaceException notOurs() {
        return new WorkspaceException(
                Reason.NOT_A_WORKSPACE,
                "The folder " + root + " is not a workspace: its " + DATABASE + " was not written by Wayleave.");
    }

    /** Says in one line when something stands where a new workspace is to be made. */
    void requireFree() {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new WorkspaceException(
                    Reason.NOT_EMPTY, "There is already a file " + root + ". Choose another folder.");
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(root)) {
            if (inside.iterator().hasNext()) {
                throw new WorkspaceException(
                        Reason.NOT_EMPTY,
                        Files.exists(database())
                                ? "There is already a workspace in " + root + ". Open it, or choose an empty folder."
                                : "The folder " + root + " is not empty. Choose an empty or a new folder.");
            }
        } catch (IOException e) {
            throw new WorkspaceException(Reason.NO_ACCESS, "This user may not read the folder " + root + ".", e);
        }
    }
}
