package org.wayleave.data.ui.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Organisation;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.catalogue.Recipient;
import org.wayleave.data.ui.editing.EditBar;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.data.ui.model.RegistryModel;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.page.Navigator;

/** The lawful-basis registry: its entries, the record of processing activities, and declared against observed use. */
public final class RegistryPane extends BorderPane {
    private final RegistryModel model;
    private final EntriesView<DataElement> elements;
    private final EntriesView<Purpose> purposes;
    private final EntriesView<Recipient> recipients;
    private final EntryForm<Organisation> controller;
    private final RecordView record;
    private final TabPane tabs = new TabPane();
    private final Tab observed;

    /**
     * Makes the pane.
     *
     * @param editing the catalogue that is edited
     * @param export writes a text to a file that the user chooses: title of the question, usual name, text
     */
    public RegistryPane(RegistryModel model, CatalogueEditing editing, Navigator navigator, FileExport export) {
        this.model = model;
        elements = elements(editing);
        purposes = purposes(editing);
        recipients = recipients(editing);
        controller = new EntryForm<>(new ControllerForm(editing));
        record = new RecordView(export::write);
        getStyleClass().add("registry-pane");
        observed = new Tab("Declared and observed", new UseView(model, navigator, this::openElement));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        new Tab("Data elements", elements),
                        new Tab("Record and notice", record),
                        observed,
                        new Tab("Purposes", purposes),
                        new Tab("Recipients", recipients),
                        new Tab("Controller", controller));
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

    /** Shows one of the tabs: registry, ropa, observed, purposes, recipients or controller. */
    public void select(String tab) {
        tabs.getSelectionModel()
                .select(
                        switch (tab) {
                            case "ropa" -> 1;
                            case "observed" -> 2;
                            case "purposes" -> 3;
                            case "recipients" -> 4;
                            case "controller" -> 5;
                            default -> 0;
                        });
    }

    private void openElement(String id) {
        select("registry");
        elements.select(id);
    }

    private static EntriesView<DataElement> elements(CatalogueEditing editing) {
        EntriesView<DataElement> view = new EntriesView<>(
                editing,
                new EntriesView.Part<>(
                        "dataElements",
                        "data element",
                        "data elements",
                        "What is held about people, on what basis and for what; the privacy notice and the record"
                                + " follow from it.",
                        Catalogue::dataElements,
                        DataElement::id,
                        RegistryPane::newElement),
                new ElementForm(editing));
        FilterTable<DataElement> table = view.table();
        table.text("Data", 13, DataElement::title).explained("What is held.");
        table.text("Basis", 9, element -> element.lawfulBasis().isEmpty() ? "none" : element.lawfulBasis())
                .explained("The ground in law on which it is held.");
        table.text("Purposes", 13, element -> String.join(", ", element.purposes()))
                .explained("What it may be used for.");
        table.number("Kept, days", 6, 0, DataElement::retentionDays).explained("Time limit for erasure.");
        table.text(
                        "Owner",
                        8,
                        element -> element.stewardship().owner().isEmpty()
                                ? "nobody"
                                : element.stewardship().owner())
                .explained("The team that answers for it.");
        table.text(
                        "Recipients",
                        9,
                        element -> String.join(", ", element.stewardship().recipients()))
                .explained("Who receives it.");
        table.text("Sensitivity", 7, element -> element.sensitivity().wire())
                .explained("How much harm a misuse can do.")
                .hidden();
        return view;
    }

    private static ObjectNode newElement(String title) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("description", title)
                .put("retentionDays", 0)
                .put("sensitivity", DataElement.Sensitivity.NORMAL.wire())
                .put("source", DataElement.Source.OBSERVED.wire());
        entry.putArray("purposes");
        entry.putArray("allowedUses");
        return entry;
    }

    private static EntriesView<Purpose> purposes(CatalogueEditing editing) {
        EntriesView<Purpose> view = new EntriesView<>(
                editing,
                new EntriesView.Part<>(
                        "purposes",
                        "purpose",
                        "purposes",
                        "Why data is used; messages, data elements and consents name one.",
                        Catalogue::purposes,
                        Purpose::id,
                        title -> JsonNodeFactory.instance
                                .objectNode()
                                .put("title", title)
                                .put("description", title)
                                .put("lawfulBasis", "consent")
                                .put("consentRequired", true)),
                new PurposeForm(editing));
        FilterTable<Purpose> table = view.table();
        table.text("Purpose", 12, Purpose::title).explained("Why data is used.");
        table.text("Basis", 10, Purpose::lawfulBasis).explained("The ground in law that is relied on.");
        table.text("Consent", 8, purpose -> purpose.consentRequired() ? "needed" : "not needed")
                .explained("Whether a person must have agreed.");
        table.text("Description", 26, Purpose::description).explained("In words that a person understands.");
        return view;
    }

    private static EntriesView<Recipient> recipients(CatalogueEditing editing) {
        EntriesView<Recipient> view = new EntriesView<>(
                editing,
                new EntriesView.Part<>(
                        "recipients",
                        "recipient",
                        "recipients",
                        "Who receives data; data elements and transfers name one.",
                        Catalogue::recipients,
                        Recipient::id,
                        title -> JsonNodeFactory.instance
                                .objectNode()
                                .put("title", title)
                                .put("role", Recipient.Role.PROCESSOR.wire())),
                new RecipientForm(editing));
        FilterTable<Recipient> table = view.table();
        table.text("Recipient", 12, Recipient::title).explained("Who receives data.");
        table.text("Role", 9, recipient -> recipient.role().wire()).explained("In what capacity.");
        table.text("Country", 6, Recipient::country).explained("Where it is established.");
        table.text("Description", 26, Recipient::description).explained("What it does with the data.");
        return view;
    }

    private void show(@Nullable Catalogue catalogue) {
        if (catalogue != null) {
            elements.show(catalogue);
            purposes.show(catalogue);
            recipients.show(catalogue);
            controller.show(catalogue, catalogue.organisation());
            record.show(catalogue);
            if (observed.isSelected()) {
                model.compare();
            }
        }
    }
}
