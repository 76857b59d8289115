package org.wayleave.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.wayleave.app.ui.memory.Memory;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.theme.Theme;

/** Where the window goes, and which tab of the drawer it shows there. */
@FxTest
final class ShellModelTest {
    private final Map<String, String> kept = new HashMap<>();
    private final PageOfTests first = new PageOfTests("first");
    private final PageOfTests second = new PageOfTests("second");
    private final ShellModel model = model();

    private ShellModel model() {
        ShellModel made = new ShellModel(new CommandRegistry(), new Memory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void put(String key, String value) {
                kept.put(key, value);
            }
        });
        made.setPages(List.of(first, second));
        return made;
    }

    private Drawer drawer() {
        return new Drawer(model, new Theme(), Command.of("fold", "Fold", () -> {}));
    }

    private static boolean shows(Drawer drawer, String tab) {
        return button(drawer, tab).isSelected();
    }

    private static ToggleButton button(Drawer drawer, String tab) {
        return (ToggleButton) Objects.requireNonNull(drawer.lookup("#drawer-" + tab), tab);
    }

    @Test
    void aPlaceIsOpenedByItsDocumentOrItsDetailAndThePageItselfByNeither() {
        model.go(Place.of("first"));
        assertEquals(List.of(), first.opened);
        model.go(Place.of("second", "win-back"));
        model.go(new Place("first", null, "settings.json"));
        assertEquals(List.of(Place.of("second", "win-back")), second.opened);
        assertEquals(List.of(new Place("first", null, "settings.json")), first.opened);
    }

    @Test
    void backAndForwardLeadThroughThePlacesWhereOneWas() {
        model.go(Place.of("first", "a"));
        model.go(Place.of("second", "b"));
        model.back();
        assertEquals(first, model.pageProperty().get());
        assertEquals(Place.of("first", "a"), first.opened.getLast());
        model.forward();
        assertEquals(second, model.pageProperty().get());
    }

    @Test
    void theNextOpeningBeginsAtTheLastPlace() {
        model.go(new Place("second", "b", "step"));
        ShellModel again = model();
        again.start(Place.of("first"));
        assertEquals(second, again.pageProperty().get());
        assertEquals(new Place("second", "b", "step"), second.opened.getLast());
    }

    @Test
    void aPlaceOnAPageThatIsNoLongerThereIsForgotten() {
        kept.put("place", "gone\tx\ty");
        model.start(Place.of("first"));
        assertEquals(first, model.pageProperty().get());
    }

    @Test
    void theDrawerShowsTheTabThatHasSomethingToTellUntilTheUserChooses() {
        model.go(Place.of("first"));
        Drawer drawer = drawer();
        assertTrue(shows(drawer, "problems"));
        first.run.set("0002");
        assertTrue(shows(drawer, "run"));
        first.problems.set("3");
        assertTrue(shows(drawer, "run"), "a tab that has something to tell is not taken away");
        assertEquals("Problems  3", button(drawer, "problems").getText());
        button(drawer, "problems").fire();
        first.problems.set("");
        assertTrue(shows(drawer, "problems"), "what the user chose stays");
    }

    @Test
    void pressingTheTabThatIsShownFoldsTheDrawer() {
        model.go(Place.of("first"));
        Drawer drawer = drawer();
        button(drawer, "problems").fire();
        assertFalse(model.drawerOpenProperty().get());
        button(drawer, "run").fire();
        assertTrue(model.drawerOpenProperty().get());
        assertTrue(shows(drawer, "run"));
    }
}
