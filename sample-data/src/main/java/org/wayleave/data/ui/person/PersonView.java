package org.wayleave.data.ui.person;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.PersonSheet;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Theme;

/** One person: who it is, what they told, consents, events, features; each in a tab. */
public final class PersonView extends BorderPane {
    private final PeopleModel model;
    private final Label title = Texts.heading("");
    private final FlowPane chips = new FlowPane(6, 4);
    private final Label portrait = Texts.secondary("");
    private final VBox profile = new VBox(16);
    private final ConsentView consents;
    private final FilterTable<PersonSheet.EventRow> events = new FilterTable<>("event", "events");
    private final FilterTable<PersonSheet.FeatureRow> features = new FilterTable<>("feature", "features");
    private final Label eventsNote = Texts.secondary("");
    private final Label featureNote = Texts.secondary("");
    private final TabPane tabs = new TabPane();
    private java.time.ZoneId zone = java.time.ZoneOffset.UTC;
    private @Nullable ObservedPopulation shownOf;

    /** Makes the view. */
    public PersonView(PeopleModel model, Theme theme) {
        this.model = model;
        consents = new ConsentView(theme);
        getStyleClass().add("person-view");
        HBox first = new HBox(10, title, chips);
        first.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(2, first, portrait);
        head.getStyleClass().add("person-head");
        profile.setPadding(new Insets(16));
        ScrollPane scroll = new ScrollPane(profile);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        eventColumns();
        featureColumns();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        tab("profile", "Profile", scroll),
                        tab("consents", "Consents", consents),
                        tab("events", "Events", noted(events, eventsNote)),
                        tab("features", "Features", noted(features, featureNote)));
        setTop(head);
        setCenter(tabs);
        model.personProperty().subscribe(index -> show());
        model.populationProperty().subscribe(population -> show());
    }

    /** Shows a tab: profile, consents, events or features; other names are ignored. */
    public void select(String tab) {
        tabs.getTabs().stream()
                .filter(known -> tab.equals(known.getId()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private void show() {
        ObservedPopulation population = model.population();
        int index = model.personProperty().get();
        setVisible(population != null && index >= 0 && index < population.people());
        if (population == null || !isVisible()) {
            return;
        }
        PersonSheet sheet = new PersonSheet(population, index);
        zone = sheet.zone();
        title.setText(sheet.person().id());
        List<Node> marks = new ArrayList<>();
        marks.add(Explain.with(
                new StateChip("Simulated", Tone.ACCENT),
                "This person is synthetic: drawn from recipe "
                        + population.recipe().reference() + " with seed "
                        + population.generator().seed() + "."));
        sheet.flags().forEach(flag -> marks.add(new StateChip(flag, Tone.WARNING)));
        chips.getChildren().setAll(marks);
        portrait.setText(sheet.portrait());
        profile.getChildren()
                .setAll(
                        facts("Profile", sheet.profile(), ""),
                        facts(
                                "Told by the person",
                                sheet.answers(),
                                "The person was not asked or did not answer; nothing is inferred in its place."),
                        facts("Addresses", sheet.tokens(), "No channel reaches the person."));
        consents.show(sheet.consents(), !population.equals(shownOf));
        events.setRows(sheet.events());
        eventsNote.setText("The 12 months before " + Words.day(sheet.asOf().toEpochMilli()) + ", on the clocks of "
                + zone.getId() + ".");
        features.setRows(sheet.features());
        featureNote.setText("Computed from events and answers as of "
                + Words.day(sheet.asOf().toEpochMilli()) + ". Choose a feature to read what it says.");
        shownOf = population;
    }

    private void eventColumns() {
        events.value("Time", 11, PersonSheet.EventRow::time, time -> Words.minute(time, zone))
                .explained("When it happened, on the clocks of the person.");
        events.text("Event", 14, PersonSheet.EventRow::event)
                .explained("What the person did, or what happened for them.");
        events.text("Category", 9, PersonSheet.EventRow::category).explained("Product category.");
        events.text("Product", 9, PersonSheet.EventRow::product)
                .explained("Product within the category.")
                .hidden();
        events.text("Size", 4, PersonSheet.EventRow::size).explained("Size of the product, where it has sizes.");
        events.number("Amount", 6, 2, PersonSheet.EventRow::amount)
                .explained("What was paid or refunded, in the currency of the recipe.");
        events.number("Discount %", 7.5, 0, row -> row.discount() * 100)
                .explained("How much less than the full price was paid.");
    }

    private void featureColumns() {
        features.text("Feature", 12.5, PersonSheet.FeatureRow::title).explained("What is known, in words.");
        features.text("Value", 8.5, PersonSheet.FeatureRow::value)
                .explained("The quantised value that policies, models and journeys see; – where there is none.");
        features.text("Made from", 10, PersonSheet.FeatureRow::dataElement)
                .explained("The data element of the catalogue that the feature is made from.");
        features.text("Lawful basis", 10.5, PersonSheet.FeatureRow::basis)
                .explained("The basis on which that data element is held.");
        features.number("Age, days", 5.5, 0, row -> row.age() < 0 ? Double.NaN : row.age())
                .explained("Days since the newest record behind the feature.");
        features.number("Kept, days", 7, 0, PersonSheet.FeatureRow::retentionDays)
                .explained("How long the catalogue allows such a record to be used.");
        features.selectedProperty().subscribe(row -> {
            if (row != null) {
                featureNote.setText(row.title() + " (" + row.name() + "): " + row.explanation());
            }
        });
    }

    private static Tab tab(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        return tab;
    }

    private static BorderPane noted(Node table, Label note) {
        BorderPane pane = new BorderPane(table);
        note.setPadding(new Insets(8, 12, 8, 12));
        note.setMaxWidth(Double.MAX_VALUE);
        pane.setBottom(note);
        return pane;
    }

    private static VBox facts(String heading, List<PersonSheet.Fact> facts, String none) {
        VBox card = new VBox(10, Texts.strong(heading));
        card.getStyleClass().add("card-panel");
        if (facts.isEmpty()) {
            card.getChildren().add(Texts.secondary(none));
            return card;
        }
        GridPane grid = new GridPane(16, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(120);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        for (int i = 0; i < facts.size(); i++) {
            PersonSheet.Fact fact = facts.get(i);
            grid.add(Explain.with(Texts.secondary(fact.label()), fact.explanation()), 0, i);
            grid.add(value(fact.value()), 1, i);
        }
        card.getChildren().add(grid);
        return card;
    }

    /** A value that can be selected and copied. */
    private static TextField value(String text) {
        TextField value = new TextField(text);
        value.setEditable(false);
        value.getStyleClass().add("quiet-value");
        return value;
    }
}
