package org.wayleave.app.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.page.Page;

/** The pane at the right, 360 px at normal text size, with what the page inspects; folds. */
final class InspectorPane extends StackPane {
    private final ObjectProperty<@Nullable Node> inspected = new SimpleObjectProperty<>();
    private Subscription subscription = Subscription.EMPTY;

    InspectorPane(ShellModel model) {
        getStyleClass().add("inspector");
        BooleanBinding shows = Bindings.createBooleanBinding(
                () -> inspected.get() != null && model.inspectorOpenProperty().get(),
                inspected,
                model.inspectorOpenProperty());
        visibleProperty().bind(shows);
        managedProperty().bind(shows);
        inspected.subscribe(node -> {
            getChildren().clear();
            if (node != null) {
                getChildren().add(node);
            }
        });
        model.pageProperty().subscribe(this::show);
    }

    private void show(@Nullable Page page) {
        subscription.unsubscribe();
        if (page == null) {
            inspected.set(null);
        } else {
            subscription = page.inspector().subscribe(node -> inspected.set(node));
        }
    }
}
