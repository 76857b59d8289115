package org.wayleave.journey.ui.inspect;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.WhyModel;
import org.wayleave.journey.ui.service.BlockedEntry;
import org.wayleave.journey.ui.service.PersonStory;
import org.wayleave.ui.theme.Icons;

/** Why people got no message here: rules with bars, then people, then one person's story. */
final class WhyPane extends VBox {

    private final WhyModel why;
    private final Texts texts;
    private final StoryView.RuleLink link;
    private final DateTimeFormatter day;

    WhyPane(WhyModel why, Texts texts, StoryView.RuleLink link) {
        super(14);
        this.why = why;
        this.texts = texts;
        this.link = link;
        this.day = DateTimeFormatter.ofPattern("d MMM, HH:mm", texts.locale()).withZone(ZoneOffset.UTC);
        InvalidationListener rebuild = o -> build();
        why.headlineProperty().addListener(rebuild);
        why.rules().addListener(rebuild);
        why.ruleProperty().addListener(rebuild);
        why.people().addListener(rebuild);
        why.storyProperty().addListener(rebuild);
        why.failureProperty().addListener(rebuild);
        build();
    }

    private void build() {
        boolean keyboard = isFocusWithin();
        fill();
        if (keyboard) {
            // The node that had it is gone; left alone, it would go to the first button of the window.
            Stream.of(".story-next", ".people-list", ".rule-row.chosen", ".rule-row")
                    .map(this::lookup)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private void fill() {
        getChildren().clear();
        if (why.headlineProperty().get().isEmpty()) {
            getChildren().add(Lines.quiet(texts.get("why.none")));
            return;
        }
        Label headline = new Label(why.headlineProperty().get());
        headline.getStyleClass().add("text-strong");
        headline.setWrapText(true);
        getChildren().add(headline);
        VBox rules = new VBox(2);
        why.rules().forEach(row -> rules.getChildren().add(rule(row)));
        if (why.rules().isEmpty()) {
            rules.getChildren().add(Lines.quiet(texts.get("why.no-rule")));
        } else {
            getChildren().add(Lines.quiet(texts.get("why.rules.caption")));
        }
        getChildren().add(rules);
        PersonStory story = why.storyProperty().get();
        if (story != null) {
            getChildren().add(new StoryView(story, texts, why, link));
        } else if (why.ruleProperty().get() != null) {
            getChildren().add(people());
        } else if (!why.rules().isEmpty()) {
            getChildren().add(Lines.quiet(texts.get("why.choose")));
        }
        if (!why.failureProperty().get().isEmpty()) {
            Label failure = new Label(why.failureProperty().get());
            failure.getStyleClass().add("text-error");
            failure.setWrapText(true);
            getChildren().add(failure);
        }
    }

    private Node rule(WhyModel.RuleRow row) {
        StackPane icon = new StackPane(Icons.of(RuleIcons.of(row.id())));
        icon.setMinWidth(18);
        VBox line = new VBox(
                4,
                Lines.figureOnOneLine(icon, row.title(), texts.number(row.count())),
                Lines.bar(row.share(), "bar-blocked"));
        Button button = new Button();
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.getStyleClass().addAll("flat", "rule-row");
        if (row.equals(why.ruleProperty().get())) {
            button.getStyleClass().add("chosen");
        }
        button.setAccessibleText(texts.get("why.rule.text", row.title(), row.count()));
        button.setOnAction(event -> why.choose(row));
        return button;
    }

    private Node people() {
        WhyModel.RuleRow rule = why.ruleProperty().get();
        ListView<BlockedEntry> list = new ListView<>(why.people());
        list.setPrefHeight(260);
        list.setAccessibleText(texts.get("why.people"));
        list.getStyleClass().add("people-list");
        list.setPlaceholder(Lines.quiet(texts.get("why.people.none")));
        list.setCellFactory(view -> new PersonCell());
        list.setOnMouseClicked(event -> explainSelected(list));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                explainSelected(list);
                event.consume();
            }
        });
        Label title = new Label(texts.get("why.people.rule", rule == null ? "" : rule.title()));
        title.getStyleClass().add("text-strong");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Hyperlink back = new Hyperlink(texts.get("why.back"));
        back.setOnAction(event -> why.back());
        back.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(8, new HBox(8, title, back), list);
        box.getStyleClass().add("why-section");
        if (why.people().size() == WhyModel.PAGE) {
            box.getChildren().add(Lines.quiet(texts.get("why.people.first", WhyModel.PAGE)));
        }
        return box;
    }

    private void explainSelected(ListView<BlockedEntry> list) {
        BlockedEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            why.explain(chosen);
        }
    }

    private final class PersonCell extends ListCell<BlockedEntry> {
        @Override
        protected void updateItem(@Nullable BlockedEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setText(null);
                setAccessibleText(null);
                return;
            }
            String person = texts.get("why.person", entry.id());
            setGraphic(Lines.figure(Lines.mark(entry.rung()), person, day.format(entry.time())));
            setAccessibleText(texts.get("why.person.text", person, entry.rung()));
        }
    }
}
