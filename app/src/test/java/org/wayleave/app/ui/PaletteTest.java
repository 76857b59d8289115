package org.wayleave.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.app.ui.testing.DesktopRig;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.theme.Appearance;

/** The palette in the window, from what is typed to where it leads. */
@FxTest
final class PaletteTest {
    @TempDir
    Path data = Path.of("unset");

    private static TextField field(DesktopRig rig) {
        return (TextField) Objects.requireNonNull(rig.scene.lookup("#palette-field"));
    }

    private static String page(DesktopRig rig) {
        Page page = rig.open().model().pageProperty().get();
        return page == null ? "" : page.id();
    }

    @Test
    void enterMeansWhatWasTypedEvenBeforeItIsFound() {
        try (DesktopRig rig = new DesktopRig(data, Appearance.LIGHT)) {
            rig.press("welcome-sample");
            FxThread.await("the sample", () -> rig.desktop.window() != null);
            rig.settle();
            for (boolean waits : new boolean[] {true, false}) {
                rig.open().model().go(Place.of("journeys"));
                rig.press("status-shell-palette");
                field(rig).setText("go to");
                rig.settle();
                field(rig).setText("go to runs");
                if (waits) {
                    rig.settle();
                }
                Event.fireEvent(
                        field(rig),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                FxThread.await("closed", () -> !rig.overlays.isOpen());
                rig.settle();
                assertFalse(rig.overlays.isOpen());
                assertEquals("runs", page(rig));
            }
        }
    }

    @Test
    void aSectionOfTheDataPageIsFoundByItsTitleAndByItsName() {
        try (DesktopRig rig = new DesktopRig(data, Appearance.LIGHT)) {
            rig.press("welcome-sample");
            FxThread.await("the sample", () -> rig.desktop.window() != null);
            for (String query : new String[] {"lawful bases", "registry"}) {
                rig.open().model().go(Place.of("home"));
                rig.press("status-shell-palette");
                field(rig).setText(query);
                rig.settle();
                Event.fireEvent(
                        field(rig),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                FxThread.await("closed", () -> !rig.overlays.isOpen());
                rig.settle();
                assertEquals("data", page(rig));
                assertTrue(((ToggleButton) Objects.requireNonNull(rig.scene.lookup("#data-section-registry")))
                        .isSelected());
            }
        }
    }
}
