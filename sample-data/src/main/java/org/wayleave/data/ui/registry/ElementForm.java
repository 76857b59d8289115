package org.wayleave.data.ui.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Transfer;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Texts;

/** The registry entry of one data element; each field becomes an edit when it is left or Enter is pressed. */
final class ElementForm extends BorderPane {
    private final CatalogueEditing editing;

    ElementForm(CatalogueEditing editing) {
        this.editing = editing;
        getStyleClass().add("registry-form");
    }

    void show(Catalogue catalogue, DataElement element) {
        String title = element.title();
        String id = element.id();
        Map<String, String> purposes = new LinkedHashMap<>();
        catalogue.purposes().values().forEach(purpose -> purposes.put(purpose.id(), purpose.title()));
        Map<String, String> recipients = new LinkedHashMap<>();
        catalogue.recipients().values().forEach(recipient -> recipients.put(recipient.id(), recipient.title()));
        VBox form = Forms.column(
                Texts.heading(title),
                Texts.secondary(element.description()),
                Forms.field("Lawful basis", basis(catalogue, element), "The ground in law on which it is held."),
                Forms.field(
                        "Purposes",
                        several(
                                "Purposes of " + title,
                                purposes,
                                element.purposes(),
                                chosen -> editing.edit(
                                        RegistryEdit.texts("Change the purposes of " + title, id, "purposes", chosen))),
                        "What it may be used for; a message for another purpose must not read it."),
                Forms.field(
                        "Allowed uses",
                        text(
                                String.join(", ", element.allowedUses()),
                                typed -> editing.edit(RegistryEdit.texts(
                                        "Change the allowed uses of " + title, id, "allowedUses", split(typed)))),
                        "Separated by commas, such as eligibility, content, ranking, timing, measurement."),
                Forms.field(
                        "Kept, days",
                        text(Integer.toString(element.retentionDays()), typed -> days(title, id, typed)),
                        "Time limit for erasure."),
                Forms.field(
                        "Owner",
                        text(
                                element.stewardship().owner(),
                                typed -> editing.edit(
                                        RegistryEdit.text("Change the owner of " + title, id, "owner", typed))),
                        "The team that answers for it."),
                Forms.field(
                        "Origin",
                        text(
                                element.stewardship().origin(),
                                typed -> editing.edit(
                                        RegistryEdit.text("Change the origin of " + title, id, "origin", typed))),
                        "Where it comes from, as the privacy notice says it."),
                Forms.field(
                        "Recipients",
                        several(
                                "Recipients of " + title,
                                recipients,
                                element.stewardship().recipients(),
                                chosen -> editing.edit(RegistryEdit.texts(
                                        "Change the recipients of " + title, id, "recipients", chosen))),
                        "Who receives it."),
                Forms.field(
                        "Transfers to third countries",
                        transfers(element),
                        "One a line: recipient | country | safeguard."));
        form.getStyleClass().add("registry-fields");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        String focused = focused();
        setCenter(scroll);
        if (!focused.isEmpty()) {
            scroll.applyCss();
            form.lookupAll(".form-field > *").stream()
                    .filter(node -> focused.equals(node.getAccessibleText()))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    /** The name of the field that has the focus, empty if none of these has. */
    private String focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(this)) {
                String name = owner == null ? null : owner.getAccessibleText();
                return name == null ? "" : name;
            }
        }
        return "";
    }

    private ComboBox<String> basis(Catalogue catalogue, DataElement element) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(catalogue.lawfulBases().keySet());
        box.setValue(element.lawfulBasis().isEmpty() ? null : element.lawfulBasis());
        box.setPromptText("none");
        box.setOnAction(event -> {
            String chosen = box.getValue();
            if (chosen != null && !chosen.equals(element.lawfulBasis())) {
                editing.edit(RegistryEdit.text(
                        "Change the lawful basis of " + element.title(), element.id(), "lawfulBasis", chosen));
            }
        });
        return box;
    }

    private static MenuButton several(
            String accessible, Map<String, String> titles, List<String> chosen, Consumer<List<String>> edit) {
        MenuButton button = new MenuButton(
                chosen.isEmpty()
                        ? "none"
                        : chosen.stream().map(id -> titles.getOrDefault(id, id)).collect(Collectors.joining(", ")));
        button.setAccessibleText(accessible);
        titles.forEach((id, title) -> {
            CheckMenuItem item = new CheckMenuItem(title);
            item.setSelected(chosen.contains(id));
            item.setOnAction(event -> {
                List<String> next = new ArrayList<>(chosen);
                if (item.isSelected()) {
                    next.add(id);
                } else {
                    next.remove(id);
                }
                edit.accept(next);
            });
            button.getItems().add(item);
        });
        return button;
    }

    private static TextField text(String value, Consumer<String> edit) {
        TextField field = new TextField(value);
        Runnable commit = () -> {
            if (!field.getText().equals(value)) {
                edit.accept(field.getText());
            }
        };
        field.setOnAction(event -> commit.run());
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                // Later, when the focus has arrived where it goes; an edit makes the form anew.
                Platform.runLater(commit);
            }
        });
        return field;
    }

    private TextArea transfers(DataElement element) {
        String value = element.stewardship().transfers().stream()
                .map(transfer -> transfer.recipient() + " | " + transfer.country() + " | " + transfer.safeguard())
                .collect(Collectors.joining("\n"));
        TextArea area = new TextArea(value);
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.focusedProperty().subscribe((before, focused) -> {
            if (!focused && !area.getText().strip().equals(value)) {
                Platform.runLater(() -> transfers(element, area.getText()));
            }
        });
        return area;
    }

    private void transfers(DataElement element, String typed) {
        List<Transfer> transfers = new ArrayList<>();
        for (String line : typed.strip().lines().toList()) {
            String[] parts = line.split("\\|", -1);
            if (parts.length != 3) {
                editing.refuse("A transfer is written: recipient | country | safeguard; this line is not: " + line);
                return;
            }
            transfers.add(new Transfer(parts[0].strip(), parts[1].strip(), parts[2].strip()));
        }
        editing.edit(RegistryEdit.transfers("Change the transfers of " + element.title(), element.id(), transfers));
    }

    private void days(String title, String id, String typed) {
        try {
            editing.edit(RegistryEdit.number(
                    "Change the retention of " + title,
                    id,
                    "retentionDays",
                    Integer.parseInt(typed.strip().replace(",", ""))));
        } catch (NumberFormatException e) {
            editing.refuse("The retention must be a whole number of days, not “" + typed + "”.");
        }
    }

    private static List<String> split(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
