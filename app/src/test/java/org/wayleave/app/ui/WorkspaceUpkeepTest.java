package org.wayleave.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.app.ui.session.WorkspaceWindow;
import org.wayleave.app.ui.testing.DesktopRig;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.theme.Appearance;

/** The workspace as a whole is copied, encrypted and given another passphrase on the Governance page. */
@FxTest
final class WorkspaceUpkeepTest {
    private static final String PASSPHRASE = "a long enough passphrase";

    @TempDir
    Path data = Path.of("unset");

    private DesktopRig sample() {
        DesktopRig rig = new DesktopRig(data, Appearance.LIGHT);
        rig.press("welcome-sample");
        FxThread.await("the sample", () -> rig.desktop.window() != null);
        rig.open().model().go(Place.of("governance", "workspace"));
        rig.settle();
        return rig;
    }

    @Test
    void aCopyIsMadeInAnotherFolderAndCanBeOpened() {
        try (DesktopRig rig = sample()) {
            rig.press("command-workspace-copy");
            TextField folder = (TextField) Objects.requireNonNull(rig.scene.lookup("#new-folder"));
            assertEquals(data.resolve("retail-sample-copy").toString(), folder.getText());
            folder.setText("relative");
            assertTrue(act(rig).isDisabled());
            folder.setText(data.resolve("copy").toString());
            rig.press("upkeep-act");
            assertEquals(
                    "The workspace is copied to " + data.resolve("copy") + ".",
                    rig.toasts.history().getFirst().text());
            Objects.requireNonNull(rig.toasts.history().getFirst().action()).run();
            FxThread.await(
                    "the copy",
                    () -> rig.desktop.window() != null
                            && rig.scene.lookup("#page-title") != null
                            && rig.window.title.startsWith("copy"));
        }
        assertTrue(Files.exists(data.resolve("copy/workspace.mv.db")));
    }

    @Test
    void aCopyIntoAFolderThatHoldsSomethingIsRefused() throws Exception {
        Files.writeString(Files.createDirectory(data.resolve("full")).resolve("notes.txt"), "mine");
        try (DesktopRig rig = sample()) {
            rig.press("command-workspace-copy");
            ((TextField) Objects.requireNonNull(rig.scene.lookup("#new-folder")))
                    .setText(data.resolve("full").toString());
            rig.press("upkeep-act");
            assertTrue(rig.toasts.history().getFirst().text().contains("full"));
        }
        assertEquals("mine", Files.readString(data.resolve("full/notes.txt")));
    }

    @Test
    void encryptingOpensTheWorkspaceAgainAndThePassphraseCanBeChanged() {
        try (DesktopRig rig = sample()) {
            WorkspaceWindow before = rig.open();
            rig.press("command-workspace-encrypt");
            field(rig, "new-passphrase").setText(PASSPHRASE);
            assertTrue(act(rig).isDisabled());
            field(rig, "new-passphrase-again").setText(PASSPHRASE);
            assertFalse(act(rig).isDisabled());
            act(rig).fire();
            FxThread.await("the encrypted workspace", () -> {
                WorkspaceWindow now = rig.desktop.window();
                return now != null && now != before;
            });
            rig.settle();
            assertTrue(Files.exists(data.resolve("retail-sample/workspace.key.json")));

            change(rig, "not this one", "another passphrase");
            assertTrue(rig.toasts.history().getFirst().text().contains("passphrase"));
            change(rig, PASSPHRASE, "another passphrase");
            assertEquals(
                    "The passphrase is changed.",
                    rig.toasts.history().getFirst().text());
        }
        try (DesktopRig rig = new DesktopRig(data, Appearance.LIGHT)) {
            rig.desktop.open(data.resolve("retail-sample"));
            rig.settle();
            field(rig, "passphrase").setText("another passphrase");
            ((ButtonBase) Objects.requireNonNull(rig.scene.lookup("#passphrase-open"))).fire();
            FxThread.await("the workspace", () -> rig.desktop.window() != null);
        }
    }

    private static void change(DesktopRig rig, String current, String next) {
        rig.press("command-workspace-passphrase");
        field(rig, "current-passphrase").setText(current);
        field(rig, "new-passphrase").setText(next);
        field(rig, "new-passphrase-again").setText(next);
        rig.press("upkeep-act");
    }

    private static ButtonBase act(DesktopRig rig) {
        return (ButtonBase) Objects.requireNonNull(rig.scene.lookup("#upkeep-act"));
    }

    private static PasswordField field(DesktopRig rig, String id) {
        return (PasswordField) Objects.requireNonNull(rig.scene.lookup("#" + id), id);
    }
}
