package org.wayleave.data.ui.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.consent.ConsentLog;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.consent.OptInOffers;
import org.wayleave.data.preference.MessageChange;
import org.wayleave.data.preference.MessagePreview;
import org.wayleave.data.preference.WithdrawalEffect;
import org.wayleave.data.ui.model.PreferencesModel;
import org.wayleave.data.ui.model.PreferencesModel.Preview;
import org.wayleave.data.ui.model.PreferencesModel.Toggle;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.theme.Glyph;

/** A person's toggles by channel, purpose and topic; what each would change; and what a withdrawal stops. */
public final class PreferencesPane extends BorderPane {
    private final PreferencesModel model;
    private final FilterTable<MessageChange> messages = new FilterTable<>("message", "messages");
    private final VBox toggles = new VBox(14);
    private final VBox effects = new VBox(14);
    private final Label who = Texts.heading("");

    /** Makes the pane. */
    public PreferencesPane(PreferencesModel model, Navigator navigator) {
        this.model = model;
        getStyleClass().add("preferences-pane");
        columns();
        messages.onOpen(change -> navigator.go(
                new Place("journeys", change.after().journey(), change.after().step())));
        messages.setPlaceholder(new EmptyState(
                Feather.MAIL,
                "No messages to decide",
                "The workspace has no journey with a message for these people; make one on the Journeys page.",
                null));
        for (VBox column : List.of(toggles, effects)) {
            column.getStyleClass().add("preference-column");
        }
        SplitPane right = new SplitPane(
                section(
                        "What this person would get",
                        "Each message decided by the policy in force, at eleven in the morning with no contact made"
                                + " before. Double-click opens the step.",
                        messages),
                scrolled(effects));
        right.setOrientation(javafx.geometry.Orientation.VERTICAL);
        right.setDividerPositions(0.56);
        SplitPane split = new SplitPane(scrolled(toggles), right);
        split.setDividerPositions(0.3);
        setTop(bar());
        setCenter(split);
        model.previewProperty().subscribe(this::show);
    }

    private void columns() {
        messages.text("Journey", 11, change -> change.after().journeyTitle()).explained("The journey it belongs to.");
        messages.text("Message", 12, change -> change.after().stepTitle()).explained("The step that sends it.");
        messages.text("Before", 9, change -> change.before().rung().wire())
                .showing(change -> rung(change.before()))
                .explained("What would be sent with the consents as they are.");
        messages.text("After", 9, change -> change.after().rung().wire())
                .showing(change -> rung(change.after()))
                .explained("What would be sent with the choices made here.");
        messages.text("Effect", 9.5, change -> change.effect().words())
                .showing(PreferencesPane::effect)
                .explained("What the choices change.");
        messages.text(
                        "Why not more",
                        26,
                        change -> String.join("; ", change.after().reasons()))
                .explained("Why the rungs above were denied.");
    }

    private static Node rung(MessagePreview.Message message) {
        HBox cell = new HBox(
                6,
                Glyph.of(message.rung().wire()).node(11),
                new Label(Words.title(message.rung().wire())));
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static Node effect(MessageChange change) {
        return switch (change.effect()) {
            case SAME -> Texts.secondary(change.effect().words());
            case PAUSED -> new StateChip(change.effect().words(), Tone.BAD);
            case LESS -> new StateChip(change.effect().words(), Tone.WARNING);
            case MORE, STARTED -> new StateChip(change.effect().words(), Tone.GOOD);
        };
    }

    private HBox bar() {
        Label status = new Label();
        status.getStyleClass().add("text-secondary");
        status.textProperty().bind(model.statusProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(
                10,
                who,
                button("Earlier person", () -> model.step(-1)),
                button("Next person", () -> model.step(1)),
                status,
                gap,
                button("Withdraw everything", model::withdrawAll),
                button("Drop the choices", model::reset));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("quality-bar");
        return bar;
    }

    private static Button button(String title, Runnable action) {
        Button button = new Button(title);
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(@Nullable Preview preview) {
        if (preview == null) {
            return;
        }
        who.setText("Preference centre of " + preview.person());
        messages.setRows(preview.messages());
        toggles(preview);
        effects(preview);
    }

    private void toggles(Preview preview) {
        toggles.getChildren().clear();
        for (Dimension dimension : Dimension.values()) {
            VBox group = new VBox(7, Texts.strong(plural(dimension)));
            for (Toggle toggle : preview.toggles()) {
                if (toggle.dimension() == dimension) {
                    group.getChildren().add(row(toggle));
                }
            }
            toggles.getChildren().add(group);
        }
        if (!preview.due().isEmpty()) {
            VBox due = new VBox(4, Texts.strong("Due for renewal"));
            for (ConsentLog.Renewal renewal : preview.due()) {
                due.getChildren()
                        .add(Texts.secondary(Words.title(renewal.key())
                                + (renewal.ranOut() ? " ran out on " : " runs out on ")
                                + Words.day(renewal.runsOut().toEpochMilli())));
            }
            toggles.getChildren().add(due);
        }
        toggles.getChildren().add(offers(preview.offers()));
    }

    private static VBox offers(List<OptInOffers.Trial> trials) {
        VBox box = new VBox(4, Texts.strong("What may be asked next"));
        if (trials.isEmpty()) {
            box.getChildren().add(Texts.secondary("The catalogue declares no opt-in rules."));
        }
        for (OptInOffers.Trial trial : trials) {
            String consent = Words.title(trial.rule().asks().key());
            box.getChildren()
                    .add(
                            trial.hindrance() == OptInOffers.Hindrance.NONE
                                    ? Texts.body(consent + ": “" + trial.rule().reason() + "”")
                                    : Texts.secondary(
                                            consent + " " + trial.hindrance().words()
                                                    + (trial.again() == null
                                                            ? ""
                                                            : " (again from "
                                                                    + Words.day(trial.again()
                                                                            .toEpochMilli()) + ")")));
        }
        return box;
    }

    private Node row(Toggle toggle) {
        CheckBox box = new CheckBox(toggle.title());
        box.setSelected(toggle.state() == ConsentState.State.GRANTED);
        box.setAccessibleText(Words.dimension(toggle.dimension()) + " " + toggle.title() + ", " + toggle.note());
        box.setOnAction(event -> model.choose(toggle, box.isSelected()));
        Label note = Texts.secondary(toggle.note() + (toggle.chosen() ? " — chosen here" : ""));
        HBox line = new HBox(8, Glyph.of(toggle.state().wire()).node(11), box);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(1, line, note);
        if (toggle.chosen()) {
            row.getStyleClass().add("chosen-toggle");
        }
        return row;
    }

    private void effects(Preview preview) {
        effects.getChildren().setAll(Texts.heading("What the choices do to the data"));
        WithdrawalEffect effect = preview.effect();
        long paused = preview.messages().stream()
                .filter(change -> change.effect() == MessageChange.Effect.PAUSED)
                .count();
        if (effect.pseudonymised().isEmpty() && effect.narrowed().isEmpty() && paused == 0) {
            effects.getChildren()
                    .add(Texts.secondary(
                            "Nothing is paused, pseudonymised or stopped. Take back a consent at the left to"
                                    + " see what that does."));
            return;
        }
        List<Node> parts = new ArrayList<>();
        parts.add(list(
                "Paused",
                preview.messages().stream()
                        .filter(change -> change.effect() == MessageChange.Effect.PAUSED)
                        .map(change -> change.after().journeyTitle() + ": "
                                + change.after().stepTitle())
                        .toList()));
        parts.add(list(
                "Pseudonymised",
                effect.pseudonymised().stream()
                        .map(element -> String.format(
                                Locale.ROOT,
                                "%s: %s becomes %s, erased after %d days",
                                element.title(),
                                element.known(),
                                element.pseudonym(),
                                element.retentionDays()))
                        .toList()));
        parts.add(list(
                "No longer computed",
                effect.stopped().stream()
                        .map(feature -> feature.title() + " (was " + feature.last() + ")")
                        .toList()));
        parts.add(list(
                "Used for less",
                effect.narrowed().stream()
                        .map(narrowed -> narrowed.title() + ": no longer for " + String.join(", ", narrowed.lost()))
                        .toList()));
        effects.getChildren().addAll(parts);
    }

    private static VBox list(String title, List<String> lines) {
        VBox box = new VBox(3, Texts.strong(title + " (" + lines.size() + ")"));
        lines.forEach(line -> box.getChildren().add(Texts.body(line)));
        return box;
    }

    private static String plural(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> "Channels";
            case PURPOSE -> "Purposes";
            case CATEGORY -> "Topics";
        };
    }

    private static ScrollPane scrolled(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private static BorderPane section(String title, String sentence, Node table) {
        VBox head = new VBox(2, Texts.heading(title), Texts.secondary(sentence));
        head.getStyleClass().add("section-head");
        BorderPane pane = new BorderPane(table);
        pane.setTop(head);
        return pane;
    }
}
