package org.wayleave.data.ui.registry;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.registry.ObservedUse;
import org.wayleave.data.registry.UseDifference;
import org.wayleave.data.ui.editing.EditBar;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.data.ui.model.RegistryModel;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;

/** The lawful-basis registry: its entries, the record of processing activities, and declared against observed use. */
public final class RegistryPane extends BorderPane {

    private final RegistryModel model;
    private final CatalogueEditing editing;
    private final Navigator navigator;
    private final FilterTable<DataElement> elements = new FilterTable<>("data element", "data elements");
    private final FilterTable<UseDifference> differences = new FilterTable<>("difference", "differences");
    private final ElementForm form;
    private final RecordView record;
    private final TabPane tabs = new TabPane();
    private final Tab observed;
    private String chosen = "";

    /**
     * Makes the pane.
     *
     * @param export writes a text to a file that the user chooses: title of the question, usual name, text
     */
    public RegistryPane(RegistryModel model, CatalogueEditing editing, Navigator navigator, FileExport export) {
        this.model = model;
        this.editing = editing;
        this.navigator = navigator;
        form = new ElementForm(editing);
        record = new RecordView(export::write);
        getStyleClass().add("registry-pane");
        elementColumns();
        differenceColumns();
        SplitPane split = new SplitPane(
                section(
                        "Data elements",
                        "What is held about people, on what basis and for what; the privacy notice and the record"
                                + " follow from it.",
                        elements),
                form);
        split.setDividerPositions(0.6);
        observed = new Tab(
                "Declared and observed",
                section(
                        "Declared and observed use",
                        "Where journeys, features and models read otherwise than the registry declares; open one to"
                                + " mend it.",
                        differences));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().setAll(new Tab("Entries", split), new Tab("Record and notice", record), observed);
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (observed.equals(tab)) {
                model.compare();
            }
        });
        EditBar bar = new EditBar(editing, "registry");
        bar.keysOf(this);
        setTop(bar);
        setCenter(tabs);
        editing.catalogueProperty().subscribe(this::show);
        model.differencesProperty().subscribe(found -> {
            if (found != null) {
                differences.setRows(found);
            }
        });
    }

    /** Writes a text to a file that the user chooses. */
    @FunctionalInterface
    public interface FileExport {
        /**
         * Asks for the file and writes.
         *
         * @param what title of the question
         * @param name usual name of the file
         */
        void write(String what, String name, String text);
    }

    /** Shows one of the tabs: registry, ropa or observed. */
    public void select(String tab) {
        tabs.getSelectionModel().select(tab.equals("ropa") ? 1 : tab.equals("observed") ? 2 : 0);
    }

    private void elementColumns() {
        elements.identifiedBy(DataElement::id);
        elements.text("Data", 13, DataElement::title).explained("What is held.");
        elements.text("Basis", 9, element -> element.lawfulBasis().isEmpty() ? "none" : element.lawfulBasis())
                .explained("The ground in law on which it is held.");
        elements.text("Purposes", 13, element -> String.join(", ", element.purposes()))
                .explained("What it may be used for.");
        elements.number("Kept, days", 6, 0, DataElement::retentionDays).explained("Time limit for erasure.");
        elements.text(
                        "Owner",
                        8,
                        element -> element.stewardship().owner().isEmpty()
                                ? "nobody"
                                : element.stewardship().owner())
                .explained("The team that answers for it.");
        elements.text(
                        "Recipients",
                        9,
                        element -> String.join(", ", element.stewardship().recipients()))
                .explained("Who receives it.");
        elements.text("Sensitivity", 7, element -> element.sensitivity().wire())
                .explained("How much harm a misuse can do.")
                .hidden();
        elements.selectedProperty().subscribe(element -> {
            if (element != null) {
                choose(element);
            }
        });
    }

    private void differenceColumns() {
        differences
                .value("Difference", 12, UseDifference::kind, UseDifference.Kind::title)
                .showing(difference -> new StateChip(difference.kind().title(), tone(difference.kind())))
                .explained("How observed use differs from what is declared.");
        differences.text("Data or event", 12, UseDifference::title).explained("What is read, or is not.");
        differences
                .text("Read by", 20, difference -> reader(difference.reader()))
                .explained("Journey, feature or model that reads it.");
        differences.text("What to do", 34, UseDifference::sentence).explained("What differs and how to mend it.");
        differences.onOpen(this::open);
        Button open = new Button("Open what reads it");
        open.disableProperty().bind(differences.selectedProperty().isNull());
        open.setOnAction(event -> {
            UseDifference difference = differences.selectedProperty().get();
            if (difference != null) {
                open(difference);
            }
        });
        Label failed = Texts.secondary("");
        failed.textProperty().bind(model.problemProperty());
        differences.addTools(open, failed);
        differences.setPlaceholder(new EmptyState(
                Feather.CHECK_CIRCLE,
                "Declared and observed use agree",
                "Nothing is read otherwise than the registry declares.",
                null));
    }

    /** Opens what reads, or the entry itself where nobody does. */
    private void open(UseDifference difference) {
        ObservedUse.Reader reader = difference.reader();
        if (reader == null) {
            select("registry");
            elements.rows().stream()
                    .filter(element -> element.id().equals(difference.id()))
                    .findFirst()
                    .ifPresent(elements::select);
            return;
        }
        switch (reader.kind()) {
            case JOURNEY -> navigator.go(new Place("journeys", reader.document(), reader.place()));
            case MODEL -> navigator.go(new Place("models", reader.document(), null));
            case FEATURE -> navigator.go(new Place("data", null, "features"));
        }
    }

    private static String reader(ObservedUse.@Nullable Reader reader) {
        return reader == null ? "nobody" : reader.kind().title() + ": " + reader.title();
    }

    private static Tone tone(UseDifference.Kind kind) {
        return switch (kind) {
            case UNDECLARED, NO_BASIS, PURPOSE_MISMATCH -> Tone.BAD;
            case BASIS_MISMATCH, USE_NOT_ALLOWED, RETENTION_EXCEEDED -> Tone.WARNING;
            case NEVER_READ -> Tone.NEUTRAL;
        };
    }

    private void show(@Nullable Catalogue catalogue) {
        if (catalogue == null) {
            return;
        }
        String wanted = chosen;
        elements.setRows(catalogue.dataElements().values());
        DataElement again = catalogue.dataElements().get(wanted);
        if (again == null) {
            again = catalogue.dataElements().values().stream().findFirst().orElse(null);
        }
        if (again != null) {
            elements.select(again);
            choose(again);
        }
        record.show(catalogue);
        if (observed.isSelected()) {
            model.compare();
        }
    }

    private void choose(DataElement element) {
        chosen = element.id();
        Catalogue catalogue = editing.catalogueProperty().get();
        if (catalogue != null) {
            form.show(catalogue, element);
        }
    }

    private static BorderPane section(String title, String sentence, Node table) {
        VBox head = new VBox(2, Texts.heading(title), Texts.secondary(sentence));
        head.getStyleClass().add("section-head");
        BorderPane pane = new BorderPane(table);
        pane.setTop(head);
        return pane;
    }
}
