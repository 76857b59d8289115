package org.wayleave.data.ui.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.ui.model.ConsentSheet;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Glyph;
import org.wayleave.ui.theme.Theme;

/** Consents over time, as they stand at a chosen instant, and every entry of their history. */
final class ConsentView extends BorderPane {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final LongProperty instant = new SimpleLongProperty();
    private final DatePicker date = new DatePicker();
    private final Hyperlink observed = new Hyperlink("Back to the moment of observation");
    private final ConsentLanes lanes;
    private final Label free = Texts.secondary("");
    private final FilterTable<ConsentSheet.Entry> entries = new FilterTable<>("entry", "entries");
    private @Nullable ConsentSheet sheet;
    private boolean settling;

    ConsentView(Theme theme) {
        lanes = new ConsentLanes(theme, instant);
        date.setConverter(new DateWords());
        date.setPrefWidth(160);
        date.setAccessibleText("Day on which the consents are shown");
        date.setDayCellFactory(picker -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || isOutside(day));
            }
        });
        date.valueProperty().subscribe((before, day) -> {
            ConsentSheet shown = sheet;
            if (!settling && day != null && shown != null) {
                instant.set(Math.clamp(
                        day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli(), shown.begin(), shown.asOf()));
            }
        });
        instant.subscribe(now -> settle());
        observed.setOnAction(event -> {
            ConsentSheet shown = sheet;
            if (shown != null) {
                instant.set(shown.asOf());
            }
        });
        Label label = Texts.strong("Consents on");
        label.setMinWidth(USE_PREF_SIZE);
        observed.setMinWidth(USE_PREF_SIZE);
        observed.managedProperty().bind(observed.visibleProperty());
        free.setPadding(new Insets(0, 12, 8, 13));
        HBox bar = new HBox(10, label, date, observed, legend());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("consent-bar");
        columns();
        entries.onOpen(entry -> instant.set(entry.time()));
        VBox upper = new VBox(bar, lanes, free);
        SplitPane split = new SplitPane(upper, entries);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        SplitPane.setResizableWithParent(upper, false);
        setCenter(split);
    }

    /**
     * Shows the consents of a person.
     *
     * @param afresh whether to go to the moment of observation; otherwise the chosen day is kept where the person has it
     */
    void show(ConsentSheet consents, boolean afresh) {
        ConsentSheet before = sheet;
        boolean follow = afresh || before == null || instant.get() == before.asOf();
        sheet = consents;
        lanes.show(consents);
        entries.setRows(consents.entries());
        free.setText(
                consents.free().isEmpty()
                        ? ""
                        : "No consent is needed for " + String.join(", ", consents.free()) + ".");
        instant.set(follow ? consents.asOf() : Math.clamp(instant.get(), consents.begin(), consents.asOf()));
        settle();
    }

    private void settle() {
        ConsentSheet shown = sheet;
        if (shown == null) {
            return;
        }
        settling = true;
        date.setValue(Instant.ofEpochMilli(instant.get()).atZone(ZoneOffset.UTC).toLocalDate());
        settling = false;
        observed.setVisible(instant.get() != shown.asOf());
    }

    private boolean isOutside(LocalDate day) {
        ConsentSheet shown = sheet;
        return shown == null
                || day.isAfter(Instant.ofEpochMilli(shown.asOf())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate())
                || day.isBefore(Instant.ofEpochMilli(shown.begin())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate());
    }

    private void columns() {
        entries.value("Day", 8, ConsentSheet.Entry::time, Words::day)
                .explained("When it was recorded, in UTC. Open an entry to see the consents on that day.");
        entries.text("Consent", 11, ConsentSheet.Entry::title).explained("Channel, purpose or topic it is about.");
        entries.text("What happened", 9, entry -> Words.title(entry.kind().wire()))
                .showing(ConsentView::happened)
                .explained("What the entry did; the glyph shows the state that holds after it.");
        entries.text("Recorded at", 9, ConsentSheet.Entry::source).explained("Where the person said so.");
        entries.text("Text shown", 14, ConsentSheet.Entry::text)
                .explained("Version of the consent text in force at that time.");
    }

    private static Node happened(ConsentSheet.Entry entry) {
        ConsentChange.Kind kind = entry.kind();
        Label label = new Label(
                Words.title(kind.wire()), Glyph.of(kind.state().wire()).node(12));
        label.setGraphicTextGap(6);
        return label;
    }

    private static HBox legend() {
        HBox legend = new HBox(12);
        legend.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(legend, javafx.scene.layout.Priority.ALWAYS);
        for (Glyph glyph : new Glyph[] {Glyph.GRANTED, Glyph.DENIED, Glyph.UNKNOWN, Glyph.EXPIRED}) {
            Label word = new Label(glyph.word(), glyph.node(11));
            word.getStyleClass().add("text-secondary");
            word.setMinWidth(USE_PREF_SIZE);
            legend.getChildren()
                    .add(Explain.with(
                            word,
                            switch (glyph) {
                                case GRANTED -> "The person agreed, and the consent has not run out.";
                                case DENIED -> "The person declined, or withdrew the consent.";
                                case EXPIRED -> "The person agreed, but the lifetime of the consent is over.";
                                default -> "Nobody asked, or the person did not answer; never taken for granted.";
                            }));
        }
        return legend;
    }

    private static final class DateWords extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : DATE.format(day);
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return LocalDate.parse(text.strip(), DATE);
            } catch (java.time.format.DateTimeParseException e) {
                // The picker then keeps the day it had.
                return null;
            }
        }
    }
}
