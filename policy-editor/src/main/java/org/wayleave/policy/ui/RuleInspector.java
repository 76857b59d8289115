package org.wayleave.policy.ui;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.RuleInfo;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Texts;

/** Explains the file that is shown and its rules in the words of their annotations, and lists all rules of the policy. */
final class RuleInspector extends ScrollPane {

    /** Goes to a line of a file. */
    interface Jump {
        /**
         * Goes there.
         *
         * @param line from 1
         */
        void to(String file, int line);
    }

    private final PolicyEditing editing;
    private final Jump jump;
    private final VBox column = new VBox(12);

    RuleInspector(PolicyEditing editing, Jump jump) {
        this.editing = editing;
        this.jump = jump;
        getStyleClass().add("policy-inspector");
        PolicyStyles.on(this);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        column.setPadding(new Insets(16));
        setContent(column);
    }

    /** Shows a file as it stands. */
    void show(PackFile file) {
        column.getChildren().clear();
        String settings = editing.settingsTitle();
        if (settings != null && file.name().equals(SettingsText.FILE)) {
            column.getChildren()
                    .addAll(
                            Texts.heading(settings),
                            Texts.body("The numbers and lists that the rules read: how often and when people may be"
                                    + " contacted, how long a consent lasts, what is kept from minors, and which data"
                                    + " takes part in which messages. A change is saved as a new version of the settings;"
                                    + " the policy stays as it is."),
                            allRules());
            return;
        }
        Label title = Texts.heading(file.title());
        title.setWrapText(true);
        column.getChildren().add(title);
        if (!file.description().isEmpty()) {
            column.getChildren().add(Texts.body(file.description()));
        }
        List<RuleInfo> rules = file.rules();
        for (RuleInfo rule : rules) {
            column.getChildren().add(card(rule));
        }
        if (file.isTest()) {
            column.getChildren()
                    .add(Texts.secondary(
                            file.outline().tests().size() == 1
                                    ? "1 unit test; it is no part of the decision."
                                    : file.outline().tests().size()
                                            + " unit tests; they are no part of the decision."));
        } else if (rules.isEmpty()) {
            column.getChildren().add(Texts.secondary("This file holds no rule of its own; other files use it."));
        }
        column.getChildren().add(allRules());
    }

    private VBox card(RuleInfo rule) {
        Label title = Texts.strong(rule.title());
        title.setWrapText(true);
        Label id = new Label(rule.id());
        id.getStyleClass().addAll("source-chip", "mono");
        id.setMinWidth(USE_PREF_SIZE);
        Hyperlink line = new Hyperlink("Line " + rule.line());
        line.setAccessibleText("Go to the rule " + rule.title() + " at line " + rule.line());
        line.setOnAction(event -> jump.to(rule.file(), rule.line()));
        line.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(8, id, line);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(6, title, Texts.body(rule.description()), foot);
        card.getStyleClass().add("card-panel");
        card.setPadding(new Insets(12));
        return card;
    }

    private VBox allRules() {
        List<RuleInfo> rules = editing.files().stream()
                .filter(file -> !file.isTest())
                .flatMap(file -> file.rules().stream())
                .toList();
        VBox all = new VBox(6, Texts.heading("All " + rules.size() + " rules"));
        all.setPadding(new Insets(8, 0, 0, 0));
        for (RuleInfo rule : rules) {
            Hyperlink link = new Hyperlink(rule.title());
            link.setWrapText(true);
            link.setOnAction(event -> jump.to(rule.file(), rule.line()));
            Label id = Texts.secondary(rule.id());
            id.setWrapText(false);
            id.getStyleClass().add("mono");
            HBox.setHgrow(id, Priority.ALWAYS);
            id.setMaxWidth(Double.MAX_VALUE);
            id.setMinWidth(USE_PREF_SIZE);
            id.setAlignment(Pos.CENTER_RIGHT);
            HBox row = new HBox(8, Explain.with(link, rule.description()), id);
            row.setAlignment(Pos.CENTER_LEFT);
            all.getChildren().add(row);
        }
        return all;
    }
}
