package org.wayleave.ui.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** The states that may follow, as verbs. What has something to mend is neither sent for review nor approved. */
final class StateMenu extends MenuButton {
    private final Consumer<String> choose;

    StateMenu(Consumer<String> choose) {
        super("Change state");
        this.choose = choose;
        setAccessibleText("Change the state of this document");
    }

    void show(@Nullable FormEntry entry, boolean unsaved, int problems, boolean readOnly) {
        boolean possible = entry != null
                && entry.version() > 0
                && !unsaved
                && !readOnly
                && !entry.next().isEmpty();
        setDisable(!possible);
        getItems()
                .setAll(
                        entry == null
                                ? List.of()
                                : entry.next().stream()
                                        .map(state -> item(state, problems))
                                        .toList());
    }

    private MenuItem item(String state, int problems) {
        boolean complete = state.equals("in-review") || state.equals("approved");
        String hint = complete && problems > 0
                ? problems == 1 ? " (1 thing to mend first)" : " (" + problems + " things to mend first)"
                : "";
        MenuItem item = new MenuItem(verb(state) + hint);
        item.setDisable(!hint.isEmpty());
        item.setOnAction(event -> choose.accept(state));
        return item;
    }

    private static String verb(String state) {
        return switch (state) {
            case "draft" -> "Return to draft";
            case "in-review" -> "Send for review";
            case "approved" -> "Approve";
            case "active" -> "Activate";
            case "paused" -> "Pause";
            case "retired" -> "Retire";
            default -> "Set to " + state;
        };
    }
}
