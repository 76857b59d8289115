package org.wayleave.policy.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;

/** What OPA finds wrong with the policy as it stands; Enter or a double click goes there. */
final class ProblemsPane extends StackPane {

    private final ListView<RegoFault> list;

    ProblemsPane(PolicyEditing editing, RuleInspector.Jump jump) {
        list = new ListView<>(editing.faults());
        PolicyStyles.on(this);
        list.setId("policy-problems");
        list.getStyleClass().add("policy-results");
        list.setAccessibleText("Problems in the policy");
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                go(jump);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(jump);
                event.consume();
            }
        });
        getChildren().add(list);
        editing.opaProperty()
                .subscribe(state -> list.setPlaceholder(
                        switch (state) {
                            case OpaState.Ready ready ->
                                new EmptyState(
                                        Feather.CHECK_CIRCLE,
                                        "No problems",
                                        "OPA finds nothing wrong with the files as they stand.",
                                        null);
                            case OpaState.Searching searching ->
                                Texts.secondary("Problems appear here once OPA is ready.");
                            case OpaState.Missing missing -> Texts.secondary("Without OPA, problems cannot be found.");
                        }));
    }

    private void go(RuleInspector.Jump jump) {
        RegoFault fault = list.getSelectionModel().getSelectedItem();
        if (fault != null && !fault.file().isEmpty()) {
            jump.to(fault.file(), Math.max(1, fault.row()));
        }
    }

    private static final class Cell extends ListCell<RegoFault> {
        @Override
        protected void updateItem(@Nullable RegoFault fault, boolean empty) {
            super.updateItem(fault, empty);
            if (empty || fault == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Label message = new Label(fault.message(), Icons.of(Feather.ALERT_OCTAGON));
            message.getStyleClass().add("policy-fault");
            Label place = Texts.secondary(fault.row() == 0 ? fault.file() : fault.file() + ":" + fault.row());
            place.getStyleClass().add("mono");
            setGraphic(new HBox(12, message, place));
            setText(null);
            setAccessibleText(fault.line());
        }
    }
}
