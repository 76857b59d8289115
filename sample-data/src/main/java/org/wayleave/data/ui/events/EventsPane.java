package org.wayleave.data.ui.events;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.EventField;
import org.wayleave.data.ui.editing.EditBar;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.data.ui.model.EventsModel;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Texts;

/** The contracts of events: a table, the chosen contract to edit, how events keep to them, and tokens. */
public final class EventsPane extends BorderPane {
    private final FilterTable<EventContract> contracts = new FilterTable<>("event contract", "event contracts");
    private final TabPane tabs = new TabPane();
    private final ContractView contract;
    private String chosen = "";

    /** Makes the pane over the catalogue that is edited. */
    public EventsPane(EventsModel model, CatalogueEditing editing) {
        contract = new ContractView(editing);
        getStyleClass().add("events-pane");
        columns();
        contracts.identifiedBy(EventContract::id);
        contracts.selectedProperty().subscribe(this::choose);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        new Tab("Contract", contract),
                        new Tab("Conformance", new ConformanceView(model)),
                        new Tab("Tokens", new TokensView(model)));
        SplitPane split = new SplitPane(section(), tabs);
        split.setDividerPositions(0.42);
        EditBar bar = new EditBar(editing, "contracts");
        bar.keysOf(this);
        setTop(bar);
        setCenter(split);
        editing.catalogueProperty().subscribe(this::show);
    }

    /** Shows one of the tabs: contract, conformance or tokens. */
    public void select(String tab) {
        tabs.getTabs().stream()
                .filter(one -> one.getText().equalsIgnoreCase(tab))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private void columns() {
        contracts.text("Event", 12, EventContract::title).explained("What happened.");
        contracts
                .text("Owner", 10, event -> event.owner().isEmpty() ? "nobody" : event.owner())
                .explained("The team that answers for the event.");
        contracts.number("Kept, days", 7, 0, EventContract::retentionDays).explained("How long the event may be kept.");
        contracts
                .number("Late, hours", 7.5, 0, EventContract::latenessHours)
                .explained("How long after it happened the event may still arrive.");
        contracts
                .text("Minimal set", 14, event -> names(event.minimalSet()))
                .explained("Fields without which the event is refused.")
                .hidden();
        contracts
                .text(
                        "Points at a person",
                        10,
                        event -> names(event.fields().stream()
                                .filter(field -> field.pii() != EventField.Pii.NONE)
                                .toList()))
                .explained("Fields that hold a token or a direct identifier.");
        contracts
                .text("Id", 9, EventContract::id)
                .explained("The name used in events and journeys.")
                .hidden();
    }

    private static String names(List<EventField> fields) {
        return String.join(", ", fields.stream().map(EventField::name).toList());
    }

    private Node section() {
        BorderPane pane = new BorderPane(contracts);
        VBox head = new VBox(
                2,
                Texts.heading("Event contracts"),
                Texts.secondary("What an event may hold; what does not keep to it is refused at the edge."));
        head.getStyleClass().add("section-head");
        pane.setTop(head);
        return pane;
    }

    private void show(@Nullable Catalogue catalogue) {
        if (catalogue == null) {
            return;
        }
        String wanted = chosen;
        contracts.setRows(catalogue.events().values());
        EventContract again = catalogue.events().get(wanted);
        if (again == null) {
            again = catalogue.events().values().stream().findFirst().orElse(null);
        }
        if (again != null) {
            contracts.select(again);
            choose(again);
        }
    }

    private void choose(@Nullable EventContract event) {
        if (event != null) {
            chosen = event.id();
            contract.show(event);
        }
    }
}
