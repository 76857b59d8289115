package org.wayleave.ui.control;

import java.time.InstantSource;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.theme.Icons;

/** Shows toasts over the window for a few seconds and keeps their history for the bell. For the FX thread. */
public final class Toasts {
    private static final Duration SHOWN_FOR = Duration.seconds(6);
    private static final Duration ERROR_SHOWN_FOR = Duration.seconds(12);
    private static final int KEPT = 200;
    private static final int SHOWN_AT_ONCE = 4;

    private final InstantSource clock;
    private final ObservableList<Toast> history = FXCollections.observableArrayList();
    private final ObservableList<Toast> historyView = FXCollections.unmodifiableObservableList(history);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final VBox stack = new VBox(8);

    public Toasts(InstantSource clock) {
        this.clock = clock;
        stack.setPickOnBounds(false);
        stack.setAlignment(Pos.BOTTOM_RIGHT);
        stack.setPadding(new Insets(16));
        stack.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
    }

    /** The layer that shows the toasts; the window puts it over everything else. */
    public Region layer() {
        return stack;
    }

    /** All toasts, newest first, up to 200; a live view. */
    public ObservableList<Toast> history() {
        return historyView;
    }

    /** How many came since the history was last looked at. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** The history was looked at. */
    public void markRead() {
        unread.set(0);
    }

    /** Says that something ended well. */
    public void good(String text) {
        show(Tone.GOOD, text, null);
    }

    /** Says something neutral. */
    public void info(String text) {
        show(Tone.ACCENT, text, null);
    }

    /** Says that something failed: what, where, and what to do. */
    public void bad(String text) {
        show(Tone.BAD, text, null);
    }

    /** Shows a toast, perhaps with an action. */
    public void show(Tone tone, String text, @Nullable Command action) {
        Toast toast = new Toast(clock.instant(), tone, text, action);
        history.addFirst(toast);
        if (history.size() > KEPT) {
            history.removeLast();
        }
        unread.set(unread.get() + 1);
        HBox card = card(toast);
        stack.getChildren().add(card);
        if (stack.getChildren().size() > SHOWN_AT_ONCE) {
            stack.getChildren().removeFirst();
        }
        PauseTransition pause = new PauseTransition(tone == Tone.BAD ? ERROR_SHOWN_FOR : SHOWN_FOR);
        pause.setOnFinished(event -> {
            // A toast under the pointer stays until the pointer leaves: it may be being read.
            if (card.isHover()) {
                pause.playFromStart();
            } else {
                stack.getChildren().remove(card);
            }
        });
        pause.play();
    }

    private HBox card(Toast toast) {
        FontIcon icon = Icons.of(
                switch (toast.tone()) {
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case BAD -> Feather.ALERT_OCTAGON;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case ACCENT, NEUTRAL -> Feather.INFO;
                });
        icon.getStyleClass().add("toast-icon");
        Label text = new Label(toast.text());
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(icon, text);
        card.getStyleClass().addAll("toast", toast.tone().styleClass());
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(toast.text());
        Command action = toast.action();
        if (action != null) {
            card.getChildren().add(CommandButtons.labelled(action));
        }
        Button close = new Button();
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText("Dismiss");
        close.setOnAction(event -> stack.getChildren().remove(card));
        card.getChildren().add(close);
        return card;
    }
}
