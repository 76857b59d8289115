package org.wayleave.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.testing.FxTest;

@FxTest
class CommandRegistryTest {
    private final CommandRegistry registry = new CommandRegistry();
    private final List<String> ran = new ArrayList<>();
    private final SimpleBooleanProperty enabled = new SimpleBooleanProperty(true);

    private static KeyEvent ctrl(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false);
    }

    @Test
    void aKeyRunsTheLatestEnabledCommandThatCarriesIt() {
        registry.register(
                Command.of("shell.find", "Find", () -> ran.add("shell")).withKey("Ctrl+F"));
        registry.register(Command.of("page.find", "Find here", () -> ran.add("page"))
                .withKey("Ctrl+F")
                .enabledWhen(enabled));
        assertTrue(registry.handle(ctrl(KeyCode.F)));
        enabled.set(false);
        assertTrue(registry.handle(ctrl(KeyCode.F)));
        assertFalse(registry.handle(ctrl(KeyCode.G)));
        assertEquals(List.of("page", "shell"), ran);
    }

    @Test
    void registeringAnIdAgainReplacesTheCommand() {
        registry.register(Command.of("a.b", "First", () -> ran.add("first")));
        registry.register(Command.of("a.b", "Second", () -> ran.add("second")));
        assertEquals(1, registry.commands().size());
        registry.find("a.b").orElseThrow().run();
        assertEquals(List.of("second"), ran);
    }

    @Test
    void aButtonFollowsItsCommand() {
        Command undo = Command.of("edit.undo", "Undo", () -> ran.add("undo"))
                .withIcon(Feather.CORNER_UP_LEFT)
                .enabledWhen(enabled);
        Button button = CommandButtons.iconOnly(undo);
        assertEquals("Undo", button.getAccessibleText());
        button.fire();
        enabled.set(false);
        assertTrue(button.isDisabled());
        button.fire();
        undo.run();
        assertEquals(List.of("undo"), ran);
    }
}
