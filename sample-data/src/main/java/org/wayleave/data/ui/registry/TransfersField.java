package org.wayleave.data.ui.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Transfer;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.theme.Icons;

/** The transfers of a data element to third countries, a row each, and a row to add one. */
final class TransfersField extends VBox {
    private final CatalogueEditing editing;
    private final DataElement element;
    private final Map<String, String> recipients;

    TransfersField(CatalogueEditing editing, DataElement element, Map<String, String> recipients) {
        super(6);
        this.editing = editing;
        this.element = element;
        this.recipients = recipients;
        getStyleClass().add("form-field");
        Label label = new Label("Transfers to third countries");
        label.getStyleClass().add("field-label");
        Label help = new Label("Recipient, country outside the Union, and what makes the transfer lawful, such as an"
                + " adequacy decision or standard contractual clauses.");
        help.getStyleClass().add("guidance");
        help.setWrapText(true);
        getChildren().add(label);
        List<Transfer> transfers = element.stewardship().transfers();
        for (int i = 0; i < transfers.size(); i++) {
            getChildren().add(row(transfers.get(i), i));
        }
        getChildren().addAll(row(null, transfers.size()), help);
    }

    private HBox row(@Nullable Transfer transfer, int position) {
        String which = transfer == null ? "of a new transfer" : "of transfer " + (position + 1);
        ComboBox<String> recipient = new ComboBox<>();
        recipient.getItems().setAll(recipients.keySet());
        recipient.setPromptText("recipient");
        recipient.setAccessibleText("Recipient " + which);
        recipient.setPrefWidth(150);
        TextField country = new TextField(transfer == null ? "" : transfer.country());
        country.setPromptText("country");
        country.setAccessibleText("Country " + which);
        country.setPrefColumnCount(4);
        TextField safeguard = new TextField(transfer == null ? "" : transfer.safeguard());
        safeguard.setPromptText("safeguard");
        safeguard.setAccessibleText("Safeguard " + which);
        HBox.setHgrow(safeguard, Priority.ALWAYS);
        Button button = new Button("", Icons.of(transfer == null ? Feather.PLUS : Feather.X));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (transfer == null) {
            button.setAccessibleText("Add the transfer");
            Explain.with(button, "Adds the transfer that stands in this row.");
            Runnable add = () -> change(position, of(recipient, country, safeguard), "Add a transfer of ");
            button.setOnAction(event -> add.run());
            safeguard.setOnAction(event -> add.run());
        } else {
            recipient.setValue(transfer.recipient());
            button.setAccessibleText("Remove transfer " + (position + 1));
            Explain.with(button, "Removes the transfer; it can be undone.");
            button.setOnAction(event -> change(position, null, "Remove a transfer of "));
            Runnable changed = () -> {
                Transfer next = of(recipient, country, safeguard);
                if (!next.equals(transfer)) {
                    change(position, next, "Change a transfer of ");
                }
            };
            recipient.setOnAction(event -> changed.run());
            for (TextField field : List.of(country, safeguard)) {
                field.setOnAction(event -> changed.run());
                field.focusedProperty().subscribe((before, focused) -> {
                    if (before && !focused) {
                        Platform.runLater(changed);
                    }
                });
            }
        }
        HBox row = new HBox(6, recipient, country, safeguard, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Transfer of(ComboBox<String> recipient, TextField country, TextField safeguard) {
        String id = recipient.getValue();
        return new Transfer(
                id == null ? "" : id,
                country.getText().strip(),
                safeguard.getText().strip());
    }

    /** Puts a transfer in a place; null takes out what stands there. */
    private void change(int position, @Nullable Transfer transfer, String label) {
        if (transfer != null
                && (transfer.recipient().isEmpty()
                        || transfer.country().isEmpty()
                        || transfer.safeguard().isEmpty())) {
            editing.refuse("A transfer needs a recipient, a country and a safeguard.");
            return;
        }
        List<Transfer> next = new ArrayList<>(element.stewardship().transfers());
        if (position < next.size()) {
            next.remove(position);
        }
        if (transfer != null) {
            next.add(position, transfer);
        }
        editing.edit(RegistryEdit.transfers(label + element.title(), element.id(), next));
    }
}
