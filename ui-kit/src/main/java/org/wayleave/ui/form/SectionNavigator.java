package org.wayleave.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;

/** The sections of a form, each with a mark of its own shape for how far it has come. */
final class SectionNavigator<D> extends VBox {
    private final ListView<FormSection<D>> list = new ListView<>();
    private final Function<FormSection<D>, SectionState> states;

    SectionNavigator(
            List<FormSection<D>> sections,
            Function<FormSection<D>, SectionState> states,
            Consumer<FormSection<D>> show) {
        this.states = states;
        getStyleClass().add("form-sections");
        list.getItems().setAll(sections);
        list.setAccessibleText("Sections");
        list.setCellFactory(view -> new SectionCell());
        list.getSelectionModel().selectedItemProperty().subscribe(section -> {
            if (section != null) {
                show.accept(section);
            }
        });
        Label heading = Texts.secondary("Sections");
        heading.getStyleClass().add("form-sections-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(heading, list);
    }

    void select(FormSection<D> section) {
        list.getSelectionModel().select(section);
        list.scrollTo(section);
    }

    /** Draws the marks anew. */
    void refresh() {
        list.refresh();
    }

    private static Ikon mark(SectionState state) {
        return switch (state) {
            case OPEN -> Feather.CIRCLE;
            case STARTED -> Feather.MORE_HORIZONTAL;
            case PROBLEM -> Feather.ALERT_TRIANGLE;
            case DONE -> Feather.CHECK_CIRCLE;
        };
    }

    private final class SectionCell extends ListCell<FormSection<D>> {
        @Override
        protected void updateItem(@Nullable FormSection<D> section, boolean empty) {
            super.updateItem(section, empty);
            setText(null);
            if (empty || section == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            SectionState state = states.apply(section);
            FontIcon mark = Icons.of(mark(state));
            mark.getStyleClass()
                    .addAll(
                            "icon-small",
                            "section-mark",
                            "section-" + state.name().toLowerCase(Locale.ROOT));
            Label title = new Label((getIndex() + 1) + "  " + section.title());
            title.setWrapText(true);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(title, mark);
            line.setAlignment(Pos.CENTER_LEFT);
            line.maxWidthProperty().bind(list.widthProperty().subtract(28));
            Explain.with(line, section.title() + ": " + state.words());
            setGraphic(line);
            setAccessibleText(section.title() + ", " + state.words());
        }
    }
}
