package org.wayleave.data.ui.registry;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Organisation;
import org.wayleave.data.registry.PrivacyNotice;
import org.wayleave.data.registry.ProcessingRecord;
import org.wayleave.data.registry.ProcessingRecordFile;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/** The record of processing activities as it follows from the registry, with what is missing, and its files. */
final class RecordView extends BorderPane {
    private final Export export;
    private final VBox page = new VBox(18);

    /** Writes a text to a file that the user chooses. */
    @FunctionalInterface
    interface Export {
        /** Asks for the file and writes. */
        void write(String what, String name, String text);
    }

    RecordView(Export export) {
        this.export = export;
        page.getStyleClass().add("record-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        setCenter(scroll);
    }

    void show(Catalogue catalogue) {
        ProcessingRecord record = ProcessingRecord.of(catalogue);
        setTop(exports(catalogue, record));
        page.getChildren().clear();
        if (!record.gaps().isEmpty()) {
            page.getChildren()
                    .add(new Note(
                            Tone.WARNING,
                            record.gaps().size() == 1
                                    ? "1 entry is missing"
                                    : record.gaps().size() + " entries are missing",
                            record.gaps().stream()
                                    .limit(12)
                                    .map(gap -> (Node) Texts.body(
                                            gap.sentence() + " Article " + gap.article() + ", " + gap.path()))
                                    .toArray(Node[]::new)));
        }
        Organisation organisation = record.organisation();
        page.getChildren()
                .add(section(
                        "Controller",
                        List.of(
                                row("Name", organisation.name()),
                                row("Contact", organisation.contact()),
                                row("Representative", organisation.representative()),
                                row("Joint controllers", String.join("; ", organisation.jointControllers())),
                                row("Data protection officer", organisation.dataProtectionOfficer()),
                                row("Supervisory authority", organisation.supervisoryAuthority()))));
        for (ProcessingRecord.Activity activity : record.activities()) {
            page.getChildren()
                    .add(section(
                            activity.purpose().title(),
                            List.of(
                                    row("Purpose", activity.purpose().description()),
                                    row("Lawful bases", String.join("; ", activity.bases())),
                                    row("People", String.join("; ", activity.dataSubjects())),
                                    row(
                                            "Data, erased after",
                                            activity.elements().stream()
                                                    .map(RecordView::kept)
                                                    .collect(Collectors.joining("; "))),
                                    row(
                                            "Recipients",
                                            activity.recipients().stream()
                                                    .map(recipient -> recipient.title() + " ("
                                                            + recipient.role().wire() + ")")
                                                    .collect(Collectors.joining("; "))),
                                    row(
                                            "Third countries",
                                            activity.transfers().stream()
                                                    .map(transfer -> transfer.recipient() + ", " + transfer.country()
                                                            + ": " + transfer.safeguard())
                                                    .collect(Collectors.joining("; "))),
                                    row("Security", String.join("; ", activity.security())),
                                    row("Interest pursued", activity.purpose().interest()),
                                    row("Must it be given", activity.purpose().provision()),
                                    row("Decided by machine", activity.purpose().automatedDecision()))));
        }
    }

    private static String kept(DataElement element) {
        return element.title() + " " + element.retentionDays() + " d";
    }

    private FlowPane exports(Catalogue catalogue, ProcessingRecord record) {
        FlowPane bar = new FlowPane(8, 6);
        bar.getStyleClass().add("quality-bar");
        for (Command command : List.of(
                export(
                        "html",
                        "Export record as HTML…",
                        () -> export.write(
                                "Export the record of processing activities",
                                "ropa.html",
                                ProcessingRecordFile.html(record))),
                export(
                        "csv",
                        "as CSV…",
                        () -> export.write(
                                "Export the record of processing activities",
                                "ropa.csv",
                                ProcessingRecordFile.csv(record))),
                export(
                        "json",
                        "as JSON…",
                        () -> export.write(
                                "Export the record of processing activities",
                                "ropa.json",
                                ProcessingRecordFile.json(record))),
                export(
                        "notice",
                        "Export privacy notice as HTML…",
                        () -> export.write(
                                "Export the privacy notice",
                                "privacy-notice.html",
                                PrivacyNotice.of(catalogue).html())))) {
            Button button = CommandButtons.labelled(command);
            button.setMinWidth(Region.USE_PREF_SIZE);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private static Command export(String id, String title, Runnable action) {
        return Command.of("data.registry.export-" + id, title, action)
                .withIcon(Feather.DOWNLOAD)
                .explained("Writes a file that needs nothing else to be read.");
    }

    private static String[] row(String name, String value) {
        return new String[] {name, value};
    }

    private static VBox section(String title, List<String[]> rows) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(5);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(150);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        int at = 0;
        for (String[] row : rows) {
            if (!row[1].isEmpty()) {
                Label name = Texts.secondary(row[0]);
                Label value = Texts.body(row[1]);
                name.setLabelFor(value);
                grid.addRow(at++, name, value);
            }
        }
        return new VBox(6, Texts.heading(title), grid);
    }
}
