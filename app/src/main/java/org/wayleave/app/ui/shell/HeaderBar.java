package org.wayleave.app.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.theme.Icons;

/** Title, state, version, note and commands of the page that is shown. */
final class HeaderBar extends HBox {
    private final Label title = Texts.title("");
    private final StateChip chip = new StateChip("", Tone.NEUTRAL);
    private final Label version = new Label();
    private final Label note = new Label();
    private final HBox extras = new HBox(8);
    private final HBox secondary = new HBox(6);
    private final MenuButton more = new MenuButton("", Icons.of(Feather.MORE_HORIZONTAL));
    private final HBox primary = new HBox();
    private final ListChangeListener<Object> refresh = change -> fill();
    private @Nullable PageHeader header;
    private Subscription subscription = Subscription.EMPTY;

    HeaderBar(ShellModel model, Command back, Command forward) {
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        version.getStyleClass().add("text-secondary");
        note.getStyleClass().add("text-secondary");
        note.setTextOverrun(OverrunStyle.ELLIPSIS);
        note.setMinWidth(0);
        // Where there is no room for the note, it can still be read.
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(note.textProperty());
        note.setTooltip(whole);
        version.setMinWidth(Region.USE_PREF_SIZE);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setId("page-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (HBox box : new HBox[] {extras, secondary, primary}) {
            box.setAlignment(Pos.CENTER_RIGHT);
            box.setMinWidth(Region.USE_PREF_SIZE);
        }
        more.setId("header-more");
        more.getStyleClass().addAll("button-icon", "no-arrow");
        more.setAccessibleText("More commands");
        more.setTooltip(new Tooltip("More commands"));
        more.setMinWidth(Region.USE_PREF_SIZE);
        Node backButton = flat(CommandButtons.iconOnly(back));
        Node forwardButton = flat(CommandButtons.iconOnly(forward));
        HBox ways = new HBox(backButton, forwardButton);
        ways.setAlignment(Pos.CENTER);
        getChildren().addAll(ways, title, chip, version, note, gap, extras, secondary, more, primary);
        model.pageProperty().subscribe(this::show);
    }

    private static Node flat(Node button) {
        button.getStyleClass().add("flat");
        return button;
    }

    private void show(@Nullable Page page) {
        subscription.unsubscribe();
        PageHeader before = header;
        if (before != null) {
            before.secondary().removeListener(refresh);
            before.more().removeListener(refresh);
            before.extras().removeListener(refresh);
        }
        header = page == null ? null : page.header();
        PageHeader shown = header;
        if (shown == null) {
            return;
        }
        shown.secondary().addListener(refresh);
        shown.more().addListener(refresh);
        shown.extras().addListener(refresh);
        subscription = Subscription.combine(
                shown.titleProperty().subscribe(title::setText),
                shown.stateProperty().subscribe(text -> text(chip, text)),
                shown.stateToneProperty().subscribe(chip::setTone),
                shown.versionProperty().subscribe(text -> text(version, text)),
                shown.noteProperty().subscribe(text -> text(note, text)),
                shown.primaryProperty().subscribe(command -> fill()));
    }

    private static void text(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private void fill() {
        PageHeader shown = header;
        if (shown == null) {
            return;
        }
        extras.getChildren().setAll(shown.extras());
        secondary
                .getChildren()
                .setAll(shown.secondary().stream()
                        .map(command -> command.icon() == null
                                ? CommandButtons.labelled(command)
                                : CommandButtons.iconOnly(command))
                        .toList());
        more.getItems()
                .setAll(shown.more().stream().map(CommandButtons::menuItem).toList());
        more.setVisible(!more.getItems().isEmpty());
        more.setManaged(!more.getItems().isEmpty());
        Command main = shown.primaryProperty().get();
        primary.getChildren().clear();
        if (main != null) {
            primary.getChildren().add(CommandButtons.primary(main));
        }
    }
}
