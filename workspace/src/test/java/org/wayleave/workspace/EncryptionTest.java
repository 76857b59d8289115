package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.WorkspaceException.Reason;

class EncryptionTest {

    private static final String MARK = "a mark that is easy to find";

    @TempDir
    Path folder;

    private static boolean readable(Path root) throws IOException {
        return new String(Files.readAllBytes(root.resolve("workspace.mv.db")), StandardCharsets.ISO_8859_1)
                .contains(MARK);
    }

    private static void saveMark(Workspace workspace) {
        workspace.documents().save(TestWorkspaces.journey("one", "{\"text\":\"" + MARK + "\"}"));
    }

    private static Workspace open(Path root, OpenMode mode, String passphrase) {
        return Workspace.open(root, mode, TestWorkspaces.with(passphrase));
    }

    @Test
    void anEncryptedWorkspaceOpensWithItsPassphraseOnly() throws IOException {
        Path root = folder.resolve("w");
        WorkspaceOptions options = TestWorkspaces.with("correct horse é battery");
        try (Workspace workspace = Workspace.create(root, options)) {
            saveMark(workspace);
        }
        assertArrayEquals(new char[23], options.passphrase());
        assertFalse(readable(root));
        byte[] before = Files.readAllBytes(root.resolve("workspace.mv.db"));
        for (OpenMode mode : OpenMode.values()) {
            assertRefused(Reason.WRONG_PASSPHRASE, () -> open(root, mode, "correct horse e battery"));
            assertRefused(Reason.WRONG_PASSPHRASE, () -> open(root, mode, ""));
            assertRefused(
                    Reason.NEEDS_PASSPHRASE, () -> Workspace.open(root, mode, TestWorkspaces.as(TestWorkspaces.ANNA)));
        }
        assertArrayEquals(before, Files.readAllBytes(root.resolve("workspace.mv.db")));
        for (OpenMode mode : OpenMode.values()) {
            try (Workspace workspace = open(root, mode, "correct horse é battery")) {
                assertEquals(1, workspace.documents().list().size());
                assertTrue(workspace.audit().verify().intact());
            }
        }
    }

    @Test
    void aPlainWorkspaceTakesNoPassphraseAndCanBeEncrypted() throws IOException {
        Path root = folder.resolve("w");
        try (Workspace workspace = TestWorkspaces.create(root)) {
            saveMark(workspace);
        }
        assertTrue(readable(root));
        assertRefused(Reason.NOT_ENCRYPTED, () -> open(root, OpenMode.READ_WRITE, "some passphrase"));

        Workspace.encrypt(root, "some passphrase".toCharArray(), TestWorkspaces.as(TestWorkspaces.ANNA));

        assertFalse(readable(root));
        assertFalse(Files.exists(root.resolve("workspace.encrypting")));
        try (Workspace workspace = open(root, OpenMode.READ_WRITE, "some passphrase")) {
            assertEquals(1, workspace.documents().list().size());
            assertTrue(workspace.audit().verify().intact());
        }
        assertRefused(
                Reason.CONFLICT,
                () -> Workspace.encrypt(root, "another one".toCharArray(), TestWorkspaces.as(TestWorkspaces.ANNA)));
    }

    @Test
    void anEncryptionThatStoppedBeforeItsLastStepLeavesThePlainWorkspace() throws IOException {
        Path root = folder.resolve("w");
        TestWorkspaces.create(root).close();
        new KeyFile(root.resolve("workspace.key.json")).lock(KeyFile.newKey(), "some passphrase".toCharArray());
        Files.createDirectory(root.resolve("workspace.encrypting"));
        Files.writeString(root.resolve("workspace.encrypting/workspace.mv.db"), "half");

        TestWorkspaces.open(root).close();
        Workspace.encrypt(root, "new passphrase".toCharArray(), TestWorkspaces.as(TestWorkspaces.ANNA));
        open(root, OpenMode.READ_WRITE, "new passphrase").close();
    }

    @Test
    void thePassphraseIsChangedByWhoeverKnowsIt() {
        Path root = folder.resolve("w");
        try (Workspace workspace = Workspace.create(root, TestWorkspaces.with("the first one"))) {
            assertRefused(
                    Reason.WRONG_PASSPHRASE,
                    () -> workspace.changePassphrase("a wrong one".toCharArray(), "the second".toCharArray()));
            assertRefused(
                    Reason.WRONG_PASSPHRASE,
                    () -> workspace.changePassphrase("the first one".toCharArray(), "short".toCharArray()));
            workspace.changePassphrase("the first one".toCharArray(), "the second".toCharArray());
            saveMark(workspace);
        }
        assertRefused(Reason.WRONG_PASSPHRASE, () -> open(root, OpenMode.READ_WRITE, "the first one"));
        open(root, OpenMode.READ_WRITE, "the second").close();
        assertRefused(
                Reason.WRONG_PASSPHRASE, () -> Workspace.create(folder.resolve("v"), TestWorkspaces.with("short")));
        assertFalse(Files.exists(folder.resolve("v")));
    }

    @Test
    void aDamagedKeyFileIsCalledDamaged() throws IOException {
        Path root = folder.resolve("w");
        Workspace.create(root, TestWorkspaces.with("the first one")).close();
        Path key = root.resolve("workspace.key.json");
        String text = Files.readString(key);
        for (String damaged : new String[] {
            "", "{}", text.replace("210000", "2000000000"), text.replace("\"salt\" : \"", "\"salt\" : \"!")
        }) {
            Files.writeString(key, damaged);
            assertRefused(Reason.DAMAGED, () -> open(root, OpenMode.READ_WRITE, "the first one"));
        }
        Files.delete(key);
        assertRefused(Reason.DAMAGED, () -> open(root, OpenMode.READ_WRITE, "the first one"));
        Files.writeString(key, text);
        open(root, OpenMode.READ_WRITE, "the first one").close();
    }
}
