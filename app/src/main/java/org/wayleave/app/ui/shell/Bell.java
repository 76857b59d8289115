package org.wayleave.app.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Toast;
import org.wayleave.ui.control.Toasts;

/** The bell with the count of unread messages, and the history behind it. */
final class Bell {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Overlays overlays;
    private final Toasts toasts;
    private final ZoneId zone;

    Bell(Overlays overlays, Toasts toasts, ZoneId zone) {
        this.overlays = overlays;
        this.toasts = toasts;
        this.zone = zone;
    }

    /** The bell as a button of the rail. */
    Node button(Command command) {
        Button button = CommandButtons.iconOnly(command);
        button.getStyleClass().add("flat");
        Label count = new Label();
        count.getStyleClass().add("bell-count");
        count.setMouseTransparent(true);
        toasts.unreadProperty().subscribe(value -> {
            count.setText(value.intValue() > 99 ? "99+" : value.toString());
            count.setVisible(value.intValue() > 0);
        });
        StackPane pane = new StackPane(button, count);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        pane.setMaxWidth(44);
        return pane;
    }

    void open() {
        VBox lines = new VBox();
        lines.getStyleClass().add("bell-lines");
        for (Toast toast : toasts.history()) {
            lines.getChildren().add(line(toast));
        }
        if (toasts.history().isEmpty()) {
            lines.getChildren()
                    .add(new EmptyState(
                            Feather.BELL, "No messages", "What happens elsewhere in the window is kept here.", null));
        }
        toasts.markRead();
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(8, Texts.heading("Messages"), scroll);
        card.getStyleClass().add("bell-card");
        overlays.show("Messages", card, scroll, Pos.BOTTOM_LEFT, () -> {});
    }

    private Node line(Toast toast) {
        Label time = Texts.secondary(TIME.format(toast.time().atZone(zone)));
        time.setMinWidth(44);
        Label text = Texts.body(toast.text());
        text.getStyleClass().add(toast.tone().styleClass());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, time, text);
        Command action = toast.action();
        if (action != null) {
            row.getChildren().add(CommandButtons.labelled(action));
        }
        row.getStyleClass().add("bell-line");
        return row;
    }
}
