package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wayleave.workspace.Refusals.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.WorkspaceException.Reason;

class DiskFullTest {

    @TempDir
    Path folder;

    @BeforeEach
    void register() {
        FullDisk.register();
        FullDisk.LEFT.set(Long.MAX_VALUE);
    }

    @AfterEach
    void freeSpace() {
        FullDisk.LEFT.set(Long.MAX_VALUE);
    }

    private static WorkspaceOpening opening() {
        return new WorkspaceOpening(
                TestWorkspaces.as(TestWorkspaces.ANNA),
                Schema.CURRENT,
                FullDisk.SCHEME + ":",
                Snapshot.LARGEST_IN_MEMORY);
    }

    @Test
    void aSaveOnAFullDiskIsRefusedAndEverythingBeforeItIsKept() {
        Path root = folder.resolve("w");
        TestWorkspaces.create(root).close();
        int kept = 0;
        for (long left = 100; left < 200_000; left = left * 3) {
            FullDisk.LEFT.set(Long.MAX_VALUE);
            Workspace workspace = opening().openForWriting(root);
            FullDisk.LEFT.set(left);
            String text = "x".repeat(30_000);
            try (workspace) {
                while (true) {
                    workspace
                            .documents()
                            .save(TestWorkspaces.journey("j", "{\"n\":" + kept + ",\"text\":\"" + text + "\"}"));
                    kept++;
                }
            } catch (WorkspaceException e) {
                assertEquals(Reason.DISK_FULL, e.reason(), e.getMessage());
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            }
            assertRefusedAfterwards(workspace);
            FullDisk.LEFT.set(Long.MAX_VALUE);
            try (Workspace again = TestWorkspaces.open(root)) {
                assertEquals(
                        kept,
                        again.documents().history(DocumentKind.JOURNEY, "j").size());
                assertTrue(
                        again.audit().verify().intact(),
                        () -> again.audit().verify().toString());
            }
        }
        assertTrue(kept > 0);
    }

    private static void assertRefusedAfterwards(Workspace workspace) {
        assertTrue(org.junit.jupiter.api.Assertions.assertThrows(
                                WorkspaceException.class,
                                () -> workspace.documents().list())
                        .getMessage()
                        .lines()
                        .count()
                == 1);
    }

    @Test
    void aWorkspaceThatFoundNoRoomIsRemovedAgain() {
        FullDisk.LEFT.set(20_000);
        assertRefused(Reason.DISK_FULL, () -> opening().create(folder.resolve("w"), workspace -> {}));
        assertFalse(Files.exists(folder.resolve("w")));
    }

    @Test
    void aWorkspaceWhoseFirstDocumentsFoundNoRoomIsRemovedAgainAndCanBeTriedOnceMore() {
        Path root = folder.resolve("w");
        String text = "x".repeat(30_000);
        Consumer<Workspace> documents = workspace -> {
            FullDisk.LEFT.set(10_000);
            for (int i = 0; i < 20; i++) {
                workspace.documents().save(TestWorkspaces.journey("j" + i, "{\"text\":\"" + text + "\"}"));
            }
        };
        assertRefused(Reason.DISK_FULL, () -> opening().create(root, documents));
        assertFalse(Files.exists(root));
        FullDisk.LEFT.set(Long.MAX_VALUE);
        opening().create(root, workspace -> {}).close();
        assertTrue(Files.exists(root));
    }
}
