package org.wayleave.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.theme.Icons;

/** Says what would be here and offers the action that makes it. */
public final class EmptyState extends VBox {
    /**
     * A new empty state.
     *
     * @param headline what is missing, such as "No runs yet"
     * @param sentence what would be here and how it comes about
     * @param action the action that makes it, or null when nothing can be done here
     */
    public EmptyState(Ikon icon, String headline, String sentence, @Nullable Command action) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setSpacing(8);
        Label title = new Label(headline);
        title.getStyleClass().add("text-heading");
        Label text = new Label(sentence);
        text.getStyleClass().add("text-secondary");
        text.setWrapText(true);
        text.setMaxWidth(440);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(Icons.of(icon), title, text);
        if (action != null) {
            getChildren().add(CommandButtons.primary(action));
        }
    }
}
