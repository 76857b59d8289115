package org.wayleave.journey.canvas;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Asks which kind of step to add: type to narrow, arrows and Enter to choose. */
final class AppendPalette {

    private final Texts texts;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final FilteredList<StepKind> kinds =
            new FilteredList<>(FXCollections.observableArrayList(StepKind.values()));
    private final ListView<StepKind> list = new ListView<>(kinds);
    private Consumer<StepKind> chosen = kind -> {};

    AppendPalette(Texts texts) {
        this.texts = texts;
        search.setPromptText(texts.get("append.prompt"));
        search.setAccessibleText(texts.get("append.prompt"));
        list.setAccessibleText(texts.get("append.list"));
        list.setCellFactory(view -> new KindCell());
        list.setPrefSize(230, 330);
        list.setFocusTraversable(false);
        VBox box = new VBox(6, search, list);
        box.getStyleClass().addAll("canvas-float", "canvas-palette");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        search.textProperty().addListener((o, old, now) -> narrow(now));
        search.setOnKeyPressed(event -> {
            KeyCode code = event.getCode();
            if (code == KeyCode.DOWN || code == KeyCode.UP) {
                move(code == KeyCode.DOWN ? 1 : -1);
                event.consume();
            } else if (code == KeyCode.ENTER) {
                choose();
                event.consume();
            } else if (code == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> choose());
    }

    /** Shows the palette at a place on the screen; what is chosen goes to the consumer. */
    void show(Node owner, double screenX, double screenY, Consumer<StepKind> consumer) {
        chosen = consumer;
        search.clear();
        narrow("");
        // A popup has its own root, so the sheets of the window do not reach it by themselves.
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        popup.getScene().setUserAgentStylesheet(owner.getScene().getUserAgentStylesheet());
        if (owner instanceof javafx.scene.Parent parent) {
            popup.getScene().getStylesheets().addAll(parent.getStylesheets());
        }
        popup.getScene().getRoot().getStyleClass().add("root");
        popup.show(owner, screenX, screenY);
        search.requestFocus();
    }

    boolean hide() {
        boolean shown = popup.isShowing();
        popup.hide();
        return shown;
    }

    private void narrow(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        kinds.setPredicate(
                kind -> texts.get(kind.textKey()).toLowerCase(texts.locale()).contains(wanted));
        list.getSelectionModel().selectFirst();
    }

    private void move(int by) {
        int size = kinds.size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            list.getSelectionModel().select(next);
            list.scrollTo(next);
        }
    }

    private void choose() {
        StepKind kind = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (kind != null) {
            chosen.accept(kind);
        }
    }

    private final class KindCell extends ListCell<StepKind> {
        @Override
        protected void updateItem(@Nullable StepKind kind, boolean empty) {
            super.updateItem(kind, empty);
            if (empty || kind == null) {
                setText(null);
                setGraphic(null);
            } else {
                setText(texts.get(kind.textKey()));
                setGraphic(new KindIcon(kind.look()));
                setGraphicTextGap(10);
            }
        }
    }
}
