package org.wayleave.data.ui.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;

/** The sections of the page at its left edge, in groups. Up and Down move along it, Enter or Space shows a section. */
public final class SectionList extends ScrollPane {
    private final List<DataSection<?>> sections = new ArrayList<>();
    private final List<ToggleButton> buttons = new ArrayList<>();

    /**
     * Makes the list.
     *
     * @param chosen told which section the user wants to see
     */
    public SectionList(List<SectionGroup> groups, Consumer<DataSection<?>> chosen) {
        getStyleClass().addAll("plain-scroll", "section-list");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox column = new VBox();
        column.getStyleClass().add("section-column");
        for (SectionGroup group : groups) {
            Label heading = Texts.secondary(group.title());
            heading.getStyleClass().add("section-group");
            column.getChildren().add(heading);
            for (DataSection<?> section : group.sections()) {
                ToggleButton button = button(section, group.title());
                button.setOnAction(event -> {
                    button.setSelected(true);
                    chosen.accept(section);
                });
                sections.add(section);
                buttons.add(button);
                column.getChildren().add(button);
            }
        }
        setContent(column);
        // Few plain buttons gain nothing from a cached bitmap, which lags behind the mark in pictures.
        skinProperty().subscribe(skin -> lookupAll(".viewport").forEach(viewport -> viewport.setCache(false)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Marks the section that is in front. */
    public void mark(DataSection<?> section) {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(sections.get(i).equals(section));
        }
    }

    private static ToggleButton button(DataSection<?> section, String group) {
        ToggleButton button = new ToggleButton(section.title(), Icons.of(section.icon()));
        button.setId("data-section-" + section.id());
        button.getStyleClass().setAll("toggle-button", "section-choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.setAccessibleText(section.title() + ", " + group);
        return Explain.with(button, section.sentence());
    }

    private void onKey(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0 || getScene() == null) {
            return;
        }
        for (int i = 0; i < buttons.size(); i++) {
            if (buttons.get(i).equals(getScene().getFocusOwner())) {
                int next = Math.clamp(i + step, 0, buttons.size() - 1);
                buttons.get(next).requestFocus();
                event.consume();
                return;
            }
        }
    }
}
