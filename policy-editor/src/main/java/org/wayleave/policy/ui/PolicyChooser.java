package org.wayleave.policy.ui;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.DocumentSummary;

/** Chooses which policy is open; there to be seen when there are several. */
final class PolicyChooser extends VBox {
    private final ComboBox<DocumentSummary> box = new ComboBox<>();
    private boolean showing;

    /**
     * A chooser.
     *
     * @param policies the policies, live
     * @param chosen gets the id of the policy that the user chose
     */
    PolicyChooser(ObservableList<DocumentSummary> policies, Consumer<String> chosen) {
        getStyleClass().add("policy-chooser");
        box.setId("policy-chooser");
        box.setAccessibleText("Policy");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setItems(policies);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable DocumentSummary summary) {
                return summary == null ? "" : summary.title();
            }

            @Override
            public @Nullable DocumentSummary fromString(String text) {
                return null;
            }
        });
        BooleanBinding several = Bindings.size(policies).greaterThan(1);
        visibleProperty().bind(several);
        managedProperty().bind(several);
        getChildren().add(box);
        box.valueProperty().subscribe(summary -> {
            if (!showing && summary != null) {
                chosen.accept(summary.id());
            }
        });
    }

    /** Shows which policy is open. */
    void show(String id) {
        showing = true;
        box.getItems().stream()
                .filter(summary -> summary.id().equals(id))
                .findFirst()
                .ifPresent(box::setValue);
        showing = false;
    }
}
