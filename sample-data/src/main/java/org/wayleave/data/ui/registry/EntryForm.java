package org.wayleave.data.ui.registry;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Texts;

/** The form of one entry; made anew for each state of the catalogue, the focus stays in the field of the same name. */
final class EntryForm<T> extends BorderPane {
    private final Content<T> content;

    /** What stands in a form. */
    interface Content<T> {
        /** Returns what the entry is called. */
        String title(T entry);

        /** Returns a sentence about it; may be empty. */
        String sentence(T entry);

        /** Returns its fields. */
        List<Node> fields(Catalogue catalogue, T entry);
    }

    EntryForm(Content<T> content) {
        this.content = content;
        getStyleClass().add("registry-form");
    }

    void show(Catalogue catalogue, T entry) {
        VBox form = Forms.column(Texts.heading(content.title(entry)));
        String sentence = content.sentence(entry);
        if (!sentence.isEmpty()) {
            form.getChildren().add(Texts.secondary(sentence));
        }
        form.getChildren().addAll(content.fields(catalogue, entry));
        form.getStyleClass().add("registry-fields");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        String focused = focused();
        double position = getCenter() instanceof ScrollPane before ? before.getVvalue() : 0;
        setCenter(scroll);
        scroll.applyCss();
        scroll.layout();
        scroll.setVvalue(position);
        if (!focused.isEmpty()) {
            form.lookupAll(".form-field > *").stream()
                    .filter(node -> focused.equals(node.getAccessibleText()))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    /** Shows nothing. */
    void clear() {
        setCenter(null);
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
}
