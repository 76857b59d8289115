package org.wayleave.journey.ui.drawer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.Background;
import org.wayleave.journey.ui.model.RunModel;
import org.wayleave.journey.ui.service.RunFigures;
import org.wayleave.journey.ui.service.RunFigures.SegmentRow;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;

/** What a run gave, by group of people; while one goes on, how far it is. */
public final class RunPane extends BorderPane {

    private final RunModel runs;
    private final Texts texts;
    private final Supplier<Command> start;

    /**
     * Creates the pane.
     *
     * @param start makes the command that runs the journey as now asked for
     */
    public RunPane(RunModel runs, Texts texts, Supplier<Command> start) {
        this.runs = runs;
        this.texts = texts;
        this.start = start;
        getStyleClass().add("run-pane");
        runs.shownProperty().addListener((o, old, now) -> build());
        runs.ticketProperty().addListener((o, old, now) -> build());
        runs.failureProperty().addListener((o, old, now) -> build());
        runs.optionsProperty().addListener((o, old, now) -> build());
        build();
    }

    /** The run shown, for the title of the tab. */
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(
                () -> {
                    RunFigures figures = runs.shownProperty().get();
                    return figures == null ? "" : figures.entry().id().replace("run-", "");
                },
                runs.shownProperty());
    }

    private void build() {
        List<Node> above = new ArrayList<>();
        Background.Ticket ticket = runs.ticketProperty().get();
        if (ticket != null) {
            above.add(progress(ticket));
        }
        if (!runs.failureProperty().get().isEmpty()) {
            Label failure = new Label(runs.failureProperty().get());
            failure.getStyleClass().add("text-error");
            failure.setWrapText(true);
            above.add(failure);
        }
        RunFigures figures = runs.shownProperty().get();
        if (figures != null) {
            unproved(figures.parity()).ifPresent(above::add);
        }
        VBox top = new VBox(6, above.toArray(Node[]::new));
        top.getStyleClass().add("run-head");
        setTop(above.isEmpty() ? null : top);
        setCenter(
                figures == null
                        ? new EmptyState(Feather.PLAY, texts.get("run.none"), texts.get("run.none.text"), start.get())
                        : table(figures));
    }

    private String about(RunFigures figures) {
        String facts = texts.get(
                "run.about",
                figures.entry().people(),
                figures.entry().days(),
                figures.entry().seed(),
                texts.decimal(figures.seconds(), 1),
                figures.decisions());
        RunFigures.Parity found = figures.parity();
        String parity = found == null || found.sampled() == 0
                ? texts.get("run.parity.none")
                : texts.get("run.parity", found.sampled() - found.mismatches(), found.sampled());
        String whole = figures.entry().complete() ? facts : texts.get("run.partial", facts);
        return whole + " · " + parity;
    }

    /** What to say of a comparison that was not made, or that found a difference. */
    private Optional<Label> unproved(RunFigures.@Nullable Parity parity) {
        if (parity == null || (parity.sampled() > 0 && parity.mismatches() == 0)) {
            return Optional.empty();
        }
        Label words = new Label(
                parity.sampled() == 0 ? parity.reason() : texts.get("run.parity.differs", parity.mismatches()));
        words.getStyleClass().add(parity.sampled() == 0 ? "text-secondary" : "text-error");
        words.setWrapText(true);
        words.setId("run-parity");
        return Optional.of(words);
    }

    private Node progress(Background.Ticket ticket) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(ticket.fraction());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label share = new Label();
        share.setMinWidth(Region.USE_PREF_SIZE);
        share.textProperty()
                .bind(Bindings.createStringBinding(() -> howFar(ticket), ticket.fraction(), ticket.message()));
        Button cancel = new Button(texts.get("run.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> ticket.cancel());
        HBox row = new HBox(12, share, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String howFar(Background.Ticket ticket) {
        if (!ticket.message().get().isEmpty()) {
            return ticket.message().get();
        }
        double share = ticket.fraction().get();
        return share < 0
                ? texts.get("run.starting")
                : texts.get(
                        "run.progress",
                        texts.percent(share),
                        runs.optionsProperty().get().people());
    }

    private FilterTable<SegmentRow> table(RunFigures figures) {
        FilterTable<SegmentRow> table = new FilterTable<>(texts.get("run.noun.one"), texts.get("run.noun"));
        table.text(texts.get("run.segment"), 15, SegmentRow::title);
        table.number(texts.get("run.people"), 7, 0, SegmentRow::people);
        DoubleUnaryOperator percent = share -> 100 * share;
        table.number(texts.get("run.personalised"), 8.5, 1, row -> percent.applyAsDouble(row.personalised()))
                .explained(texts.get("run.personalised.text"));
        table.number(texts.get("run.lower"), 8.5, 1, row -> percent.applyAsDouble(row.lower()))
                .explained(texts.get("run.lower.text"));
        table.number(texts.get("run.silent"), 8.5, 1, row -> percent.applyAsDouble(row.none()))
                .explained(texts.get("run.silent.text"));
        IntervalMark.Scale scale = scale(figures.segments());
        table.number(texts.get("run.lift"), 14, 2, row -> orNan(row.estimate()))
                .showing(row ->
                        new IntervalMark(scale, row.estimate(), row.low(), row.high(), row.truth(), liftWords(row)))
                .explained(texts.get("run.lift.text"));
        table.right(texts.get("run.lift.words", figures.currency()), 9.5, this::liftWords);
        table.number(texts.get("run.truth", figures.currency()), 7.5, 2, SegmentRow::truth)
                .explained(texts.get("run.truth.text"));
        table.number(texts.get("run.unsubscribed"), 8.5, 2, row -> percent.applyAsDouble(row.unsubscribed()));
        table.setRemark(about(figures));
        table.setRows(figures.segments());
        return table;
    }

    private String liftWords(SegmentRow row) {
        Double estimate = row.estimate();
        Double low = row.low();
        Double high = row.high();
        if (estimate == null || low == null || high == null) {
            return "–";
        }
        return texts.decimal(estimate, 2) + " ± " + texts.decimal((high - low) / 2, 2);
    }

    private static double orNan(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    /** From the lowest to the highest that is drawn, with zero in it; the small groups' wide intervals are cut off. */
    private static IntervalMark.Scale scale(List<SegmentRow> rows) {
        double least = 0;
        double most = 0.01;
        for (SegmentRow row : rows) {
            Double estimate = row.estimate();
            least = Math.min(least, row.truth());
            most = Math.max(most, row.truth());
            if (estimate != null) {
                least = Math.min(least, estimate);
                most = Math.max(most, estimate);
            }
        }
        double margin = (most - least) * 0.25;
        return new IntervalMark.Scale(least - margin, most + margin);
    }
}
