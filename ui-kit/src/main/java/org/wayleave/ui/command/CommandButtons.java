package org.wayleave.ui.command;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.wayleave.ui.theme.Icons;

/** Buttons and menu items that show a command. */
public final class CommandButtons {
    private CommandButtons() {}

    /** The one primary button of a page: accent colour, icon and title. */
    public static Button primary(Command command) {
        Button button = labelled(command);
        button.getStyleClass().add("accent");
        return button;
    }

    /** A button with icon and title. */
    public static Button labelled(Command command) {
        Button button = new Button(command.title());
        Ikon icon = command.icon();
        if (icon != null) {
            button.setGraphic(Icons.of(icon));
        }
        bind(button, command);
        return button;
    }

    /** A square button that shows the icon only; its title is the tooltip and the accessible text. */
    public static Button iconOnly(Command command) {
        Button button = new Button();
        Ikon icon = command.icon();
        if (icon == null) {
            button.setText(command.title());
        } else {
            button.setGraphic(Icons.of(icon));
            button.getStyleClass().add("button-icon");
        }
        bind(button, command);
        return button;
    }

    /** A menu item with icon, title and key; the key is shown only, as it is the registry of commands that listens to keys. */
    public static MenuItem menuItem(Command command) {
        KeyCombination key = command.key();
        MenuItem item =
                new MenuItem(key == null ? command.title() : command.title() + "  (" + key.getDisplayText() + ")");
        Ikon icon = command.icon();
        if (icon != null) {
            item.setGraphic(Icons.of(icon));
        }
        item.setId("command-" + command.id().replace('.', '-'));
        item.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        item.setOnAction(event -> command.run());
        return item;
    }

    /** What hovering over the command says: its title or explanation and its key. */
    public static String hint(Command command) {
        String text = command.explanation().isEmpty() ? command.title() : command.explanation();
        @Nullable KeyCombination key = command.key();
        return key == null ? text : text + "  (" + key.getDisplayText() + ")";
    }

    private static void bind(ButtonBase button, Command command) {
        button.setId("command-" + command.id().replace('.', '-'));
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        button.setOnAction(event -> command.run());
        button.setAccessibleText(command.title());
        button.setTooltip(new Tooltip(hint(command)));
    }
}
