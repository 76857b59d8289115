package org.wayleave.app.ui.runs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.ui.words.KeyValues;
import org.wayleave.app.ui.words.RunStates;
import org.wayleave.app.ui.words.ShareBar;
import org.wayleave.app.ui.words.Times;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Glyph;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.RunState;

/** Everything kept about one run, in the inspector. */
final class RunDetail extends ScrollPane {
    private static final List<String> RUNGS = List.of("personalised", "contextual", "generic", "silence");

    private final RunRow row;
    private final Times times;

    RunDetail(RunRow row, Times times, List<Command> actions) {
        this.row = row;
        this.times = times;
        setFitToWidth(true);
        getStyleClass().add("detail-scroll");
        VBox content = new VBox(16);
        content.getStyleClass().add("detail");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label title = Texts.heading(row.journeyTitle());
        title.setMinWidth(0);
        title.setWrapText(true);
        HBox head = new HBox(8, title, gap, RunStates.chip(row.run().state()));
        head.setAlignment(Pos.TOP_LEFT);
        content.getChildren().add(head);
        addProblem(content);
        RunResult result = row.result();
        if (result != null) {
            content.getChildren().addAll(figures(result), effect(result));
            addRules(content, result);
            addConsent(content, result);
            content.getChildren().add(parity(result));
        }
        content.getChildren().add(facts());
        HBox buttons = new HBox(8);
        actions.forEach(action -> buttons.getChildren().add(CommandButtons.labelled(action)));
        content.getChildren().add(1, buttons);
        setContent(content);
    }

    private void addProblem(VBox content) {
        Run run = row.run();
        String why = run.why();
        if (run.state() == RunState.FAILED) {
            content.getChildren()
                    .add(new Note(Tone.BAD, "It stopped with an error", Texts.body(why == null ? "" : why)));
        } else if (run.state() == RunState.INCOMPLETE) {
            content.getChildren()
                    .add(new Note(
                            Tone.WARNING,
                            "It has not ended",
                            Texts.body("It is still running, or the program ended before it could. Run the journey"
                                    + " again for figures.")));
        } else if (run.state() == RunState.CANCELLED) {
            content.getChildren()
                    .add(new Note(
                            Tone.WARNING,
                            "It was stopped by a person",
                            Texts.body("The figures cover the people who were walked until then.")));
        }
    }

    private Node figures(RunResult result) {
        KeyValues lines = new KeyValues();
        lines.add("People who entered", Figures.count(result.entered()) + " of " + Figures.count(result.people()));
        lines.add("Decisions", Figures.count(result.decisions()));
        lines.add("Messages sent", Figures.count(result.contacts()));
        lines.add("No message", Figures.share(row.silenced(), 1));
        lines.add("Unsubscribed", Figures.count(result.unsubscribed()) + " people");
        return section("Figures", lines);
    }

    private Node effect(RunResult result) {
        RunResult.Effect effect = result.effect();
        KeyValues lines = new KeyValues();
        if (effect == null) {
            return section("Value per person", Texts.secondary("Nobody was measured in this run."));
        }
        Double estimate = effect.estimate();
        Double low = effect.low();
        Double high = effect.high();
        if (estimate != null && low != null && high != null) {
            lines.add("Estimate", money(estimate));
            lines.add("95 % interval", money(low) + " to " + money(high));
        } else {
            lines.add("Estimate", "none: nobody was held out to compare with");
        }
        lines.add("Simulated truth ◇", money(effect.truth()));
        lines.add(
                "Measured",
                Figures.count(effect.treated()) + " treated, " + Figures.count(effect.held()) + " held out, "
                        + effect.windowDays() + " days each");
        return section("Value per person", lines);
    }

    private void addRules(VBox content, RunResult result) {
        if (result.byRule().isEmpty()) {
            return;
        }
        VBox lines = new VBox(6);
        result.byRule().values().stream()
                .sorted(Comparator.comparingLong((RunResult.RuleFigures rule) -> -rule.decisions())
                        .thenComparing(RunResult.RuleFigures::title))
                .forEach(rule -> lines.getChildren()
                        .add(Explain.with(
                                new ShareBar(
                                        rule.title(), rule.decisions(), result.decisions(), "share-bar-blocked", null),
                                Figures.count(rule.silenced()) + " of these ended without a message; in "
                                        + Figures.count(rule.sole())
                                        + " this rule alone stood in the way of the best one.")));
        content.getChildren().add(section("Decisions in which a rule said no", lines));
    }

    private static void addConsent(VBox content, RunResult result) {
        VBox lines = new VBox(6);
        for (String state : List.of("granted", "denied", "unknown", "expired")) {
            Map<String, Long> rungs = result.byConsentState().get(state);
            if (rungs != null) {
                long all = rungs.values().stream().mapToLong(Long::longValue).sum();
                StringBuilder words = new StringBuilder();
                for (String rung : RUNGS) {
                    long count = rungs.getOrDefault(rung, 0L);
                    if (count > 0) {
                        words.append(words.isEmpty() ? "" : ", ")
                                .append(rung)
                                .append(' ')
                                .append(Figures.count(count));
                    }
                }
                lines.getChildren()
                        .add(Explain.with(
                                new ShareBar(
                                        "Consent " + state,
                                        all,
                                        result.decisions(),
                                        "share-bar-" + state,
                                        Glyph.of(state).node(12)),
                                words.toString()));
            }
        }
        if (!lines.getChildren().isEmpty()) {
            content.getChildren().add(section("Decisions by consent", lines));
        }
    }

    private static Node parity(RunResult result) {
        RunResult.Parity parity = result.parity();
        if (parity == null || !parity.status().equals("checked")) {
            return section(
                    "Second opinion by OPA",
                    Texts.body("Not checked." + (parity == null ? "" : " " + parity.reason())));
        }
        String words = Figures.count(parity.sampled()) + " sampled decisions were made again by OPA; "
                + (parity.mismatches() == 0 ? "all agree." : Figures.count(parity.mismatches()) + " do not agree.");
        return section(
                "Second opinion by OPA", parity.mismatches() == 0 ? Texts.body(words) : new Note(Tone.BAD, words));
    }

    private Node facts() {
        Run run = row.run();
        KeyValues lines = new KeyValues();
        lines.add("Run", run.id());
        lines.add("Journey", run.request().journeyId() + " v" + run.request().journeyVersion());
        lines.add(
                "People",
                Figures.count(run.request().people()) + " simulated ("
                        + run.request().recipe() + ", seed " + run.request().seed() + ")");
        lines.add("Time walked", run.request().days() + " days");
        lines.add("Started", times.full(run.started()) + " by " + run.author());
        Duration took = row.took();
        if (took != null) {
            lines.add("Took", Times.span(took));
        }
        String hash = run.ledgerHash();
        if (hash != null) {
            Label fingerprint = new Label(hash);
            fingerprint.getStyleClass().add("mono");
            fingerprint.setWrapText(true);
            lines.add("Ledger", Explain.with(fingerprint, "Fingerprint of all decisions of this run"));
        }
        return section("What was run", lines);
    }

    private String money(double amount) {
        return money(amount, row.currency());
    }

    /** An amount with its currency and sign, such as "−€0.11". */
    static String money(double amount, String currency) {
        String figure = Figures.decimal(amount, 2);
        return figure.startsWith("−") ? "−" + currency + figure.substring(1) : currency + figure;
    }

    private static Node section(String title, Node body) {
        return new VBox(8, Texts.strong(title), body);
    }
}
