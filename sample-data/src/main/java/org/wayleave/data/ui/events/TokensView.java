package org.wayleave.data.ui.events;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.token.CanonicalForm;
import org.wayleave.data.token.IdentifierKind;
import org.wayleave.data.ui.StepsBar;
import org.wayleave.data.ui.model.EventsModel;
import org.wayleave.data.ui.model.EventsModel.TokenRehearsal;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/** How identifiers become tokens, and a rehearsal of a change of keys and of an attack. */
final class TokensView extends BorderPane {
    private final VBox results = new VBox(12);

    TokensView(EventsModel model) {
        Button rehearse = new Button("Rehearse a change of keys");
        rehearse.setMinWidth(Region.USE_PREF_SIZE);
        Explain.with(rehearse, "Changes keys twice under 5,000 synthetic logins, and attacks 500 pseudonyms.");
        rehearse.setOnAction(event -> model.rehearseTokens());
        VBox content = new VBox(16, rules(), results);
        content.getStyleClass().add("contract-view");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        setTop(new StepsBar(model.rehearsing(), rehearse));
        setCenter(scroll);
        results.getChildren()
                .setAll(Texts.secondary("Nothing rehearsed yet: rehearse a change of keys to see what it joins."));
        model.rehearsalProperty().subscribe(this::show);
    }

    private static VBox rules() {
        GridPane grid = new GridPane(14, 6);
        int row = 0;
        for (IdentifierKind kind : IdentifierKind.values()) {
            Label name = Texts.body(kind.title());
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label rule = Texts.secondary(CanonicalForm.rule(kind));
            rule.setWrapText(true);
            grid.addRow(row++, name, rule);
        }
        Label sentence = Texts.secondary(
                "HMAC-SHA-256 over the kind and the canonical form, with a key per epoch. Only tokens are stored; raw"
                        + " identifiers live in an enclave of their own for a short time.");
        sentence.setWrapText(true);
        return new VBox(8, Texts.heading("Canonical forms"), sentence, grid);
    }

    private void show(@Nullable TokenRehearsal rehearsal) {
        if (rehearsal == null) {
            return;
        }
        var drill = rehearsal.drill();
        GridPane keys = figures(List.of(
                new Figure(
                        "Logins with a token before a change", drill.seenBefore(), "Counted once per change of keys."),
                new Figure(
                        "of those seen in the overlap",
                        drill.arrivedInOverlap(),
                        "They arrive while tokens of both epochs are made."),
                new Figure("of those joined", drill.joined(), "Old and new token are known to be one."),
                new Figure(
                        "Back only after the overlap",
                        drill.strangers(),
                        "They come back under a token that nobody can join with the old one."),
                new Figure("Joined after the overlap", drill.joinedAfterwards(), "Must be none."),
                new Figure(
                        "Old tokens refused after the overlap",
                        drill.refusedAfterwards(),
                        "The old key is destroyed, so that its tokens cannot be made."),
                new Figure("Equal codes in two epochs", drill.equalAcrossEpochs(), "Must be none.")));
        StateChip chip = new StateChip(drill.passed() ? "passed" : "failed", drill.passed() ? Tone.GOOD : Tone.BAD);
        GridPane attack = figures(List.of(
                new Figure(
                        "Phone numbers tried",
                        rehearsal.plain().guesses(),
                        "Every number of a range; a real one has more."),
                new Figure(
                        "Recovered from plain SHA-256",
                        rehearsal.plain().recovered(),
                        "Of " + rehearsal.plain().targets() + " pseudonyms without a key."),
                new Figure(
                        "Recovered from tokens",
                        rehearsal.keyed().recovered(),
                        "Of " + rehearsal.keyed().targets() + " tokens, by an attacker without the key.")));
        Label epochs =
                Texts.secondary("Epochs of " + rehearsal.epochs().length().toDays() + " days with an overlap of "
                        + rehearsal.epochs().overlap().toDays() + " days; a login arrives every 20 days on average.");
        results.getChildren()
                .setAll(
                        new VBox(6, Texts.heading("Change of keys"), epochs, chip, keys),
                        new VBox(
                                6,
                                Texts.heading("Why a key is needed"),
                                Texts.secondary("Whoever can list all phone numbers can hash all phone numbers."),
                                attack));
    }

    private record Figure(String title, long value, String sentence) {}

    private static GridPane figures(List<Figure> figures) {
        GridPane grid = new GridPane(14, 4);
        int row = 0;
        for (Figure figure : figures) {
            Label name = Texts.body(figure.title());
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = Texts.strong(Words.count(figure.value()));
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.setAccessibleText(figure.title() + ": " + Words.count(figure.value()));
            grid.addRow(row++, name, value, Texts.secondary(figure.sentence()));
        }
        return grid;
    }
}
