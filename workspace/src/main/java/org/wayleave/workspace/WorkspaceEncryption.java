package org.wayleave.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.tools.ChangeFileEncryption;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;

/** Encrypts a workspace and changes its passphrase. Passphrases given are overwritten with zeros. */
final class WorkspaceEncryption {

    private final WorkspaceFolder folder;

    WorkspaceEncryption(WorkspaceFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes an encrypted copy of the database and puts it in the plain one's place as the last step. The key file is written
     * before that; until then it stands unused, because the first bytes of the database say whether it is encrypted.
     */
    void encrypt(char[] passphrase, WorkspaceOptions options) {
        byte[] key = KeyFile.newKey();
        try {
            KeyFile.requireUsable(passphrase);
            folder.requireWorkspace();
            if (folder.encrypted()) {
                throw new WorkspaceException(
                        Reason.CONFLICT,
                        "The workspace " + folder.root() + " is encrypted already. Open it and change its passphrase.");
            }
            // Opening and closing checks the workspace and leaves it tidy, and the ledger says what is about to happen.
            try (Workspace workspace = new WorkspaceOpening(options).openForWriting(folder.root())) {
                ChainedLedger ledger = workspace.ledger();
                ledger.change(
                        "Cannot write the audit ledger",
                        context -> ledger.append(context, "workspace.encrypted", "workspace", ChainedLedger.detail()));
            }
            FolderLock lock = FolderLock.take(folder, options.clock().instant(), options.author());
            try {
                writeEncrypted(key);
                new KeyFile(folder.key()).lock(key, passphrase);
                SafeFiles.move(folder.encrypting().resolve(WorkspaceFolder.DATABASE), folder.database());
                SafeFiles.deleteTree(folder.encrypting());
            } finally {
                lock.close();
            }
        } catch (IOException | SQLException e) {
            throw Failures.of("Cannot encrypt the workspace " + folder.root(), e);
        } finally {
            Arrays.fill(passphrase, '\0');
            Arrays.fill(key, (byte) 0);
        }
    }

    private void writeEncrypted(byte[] key) throws IOException, SQLException {
        Path place = folder.encrypting();
        SafeFiles.deleteTree(place);
        Files.createDirectory(place);
        Files.copy(folder.database(), place.resolve(WorkspaceFolder.DATABASE));
        char[] fileKey = new DatabaseAccess(folder.databaseName(), false, key).fileKey();
        ChangeFileEncryption.execute(place.toString(), "workspace", "AES", null, fileKey, true);
        Arrays.fill(fileKey, '\0');
        SafeFiles.flush(place.resolve(WorkspaceFolder.DATABASE));
    }

    void changePassphrase(char[] current, char[] next) {
        byte @Nullable [] key = null;
        try {
            if (!folder.encrypted()) {
                throw new WorkspaceException(
                        Reason.NOT_ENCRYPTED,
                        "The workspace " + folder.root() + " is not encrypted. Encrypt it first.");
            }
            KeyFile.requireUsable(next);
            KeyFile file = new KeyFile(folder.key());
            key = file.unlock(current);
            file.lock(key, next);
        } finally {
            Arrays.fill(current, '\0');
            Arrays.fill(next, '\0');
            if (key != null) {
                Arrays.fill(key, (byte) 0);
            }
        }
    }
}
