package org.wayleave.data.ui.events;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.catalogue.Nonconformity.Reason;
import org.wayleave.data.conformance.ConformanceReport;
import org.wayleave.data.conformance.PopulationConformance;
import org.wayleave.data.ui.StepsBar;
import org.wayleave.data.ui.model.EventsModel;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.FilterTable;

/** How events keep to their contracts: counts by event and reason, and samples. */
final class ConformanceView extends BorderPane {
    private final FilterTable<ConformanceReport.ContractRow> events = new FilterTable<>("event", "events checked");
    private final FilterTable<ConformanceReport.Sample> samples = new FilterTable<>("sample", "samples");

    ConformanceView(EventsModel model) {
        Button check = new Button("Check events");
        Explain.with(check, "Compares the past events of the people that are shown with their contracts.");
        check.setOnAction(event -> model.check(false));
        Button rehearse = new Button("Rehearse with mistakes");
        Explain.with(rehearse, "Spoils one event in a hundred on purpose, and shows which mistakes the check catches.");
        rehearse.setOnAction(event -> model.check(true));
        for (Button button : java.util.List.of(check, rehearse)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        events.text("Event", 9, ConformanceReport.ContractRow::event).explained("Id of the contract.");
        events.number("Checked", 6.5, 0, ConformanceReport.ContractRow::checked).explained("Events compared.");
        events.number("Broken", 6, 0, ConformanceReport.ContractRow::broken)
                .explained("Events that break their contract in at least one way.");
        for (Reason reason : Reason.values()) {
            events.number(heading(reason), 6, 0, row -> row.byReason().getOrDefault(reason, 0L))
                    .explained(reason.title() + ".");
        }
        samples.text("Reason", 16, sample -> sample.reason().title()).explained("How the contract is broken.");
        samples.text("Where", 13, ConformanceReport.Sample::place).explained("Where the event stands.");
        samples.text("What is wrong", 34, ConformanceReport.Sample::sentence)
                .explained("What is wrong; the value of an identifier is never repeated.");
        events.setPlaceholder(new EmptyState(
                Feather.CHECK_SQUARE,
                "Not checked yet",
                "Check events to compare them with the contracts as they are edited.",
                null));
        samples.setPlaceholder(new EmptyState(
                Feather.CHECK, "Nothing to show", "Samples of breaks appear here when an event has some.", null));
        events.selectedProperty().subscribe(row -> {
            if (row != null) {
                samples.setRows(row.samples());
            }
        });
        SplitPane split = new SplitPane(events, samples);
        split.setOrientation(Orientation.VERTICAL);
        setTop(new StepsBar(model.checking(), check, rehearse));
        setCenter(split);
        model.outcomeProperty().subscribe(this::show);
    }

    private static String heading(Reason reason) {
        return switch (reason) {
            case NO_CONTRACT -> "None";
            case MISSING_FIELD -> "Lacks";
            case WRONG_TYPE -> "Type";
            case UNKNOWN_FIELD -> "Extra";
            case DIRECT_PII -> "Direct";
            case LATE -> "Late";
            case FUTURE -> "Future";
        };
    }

    private void show(PopulationConformance.@org.jspecify.annotations.Nullable Outcome outcome) {
        if (outcome != null) {
            events.setRows(outcome.report().contracts());
            samples.setRows(outcome.report().contracts().stream()
                    .flatMap(row -> row.samples().stream())
                    .toList());
        }
    }
}
