package org.wayleave.journey.ui.inspect;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wayleave.ui.theme.Glyph;

/** Lines that several tabs of the inspector show. */
final class Lines {

    private Lines() {}

    /** The same within a button, which gives what it holds no width to wrap at: on one line, cut off with an ellipsis. */
    static HBox figureOnOneLine(Node mark, String words, String figure) {
        HBox line = figure(mark, words, figure);
        line.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .forEach(label -> label.setWrapText(false));
        return line;
    }

    /** A label at the left and a figure at the right. */
    static HBox figure(Node mark, String words, String figure) {
        Label text = new Label(words);
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Label number = new Label(figure);
        number.getStyleClass().add("figure");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, mark, text, number);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** A glyph in a box as wide as the widest, so that texts line up; empty for an empty word. */
    static Node mark(String word) {
        StackPane box = new StackPane();
        box.setMinWidth(16);
        box.setPrefWidth(16);
        if (!word.isEmpty()) {
            box.getChildren().add(Glyph.of(word).node(13));
        }
        return box;
    }

    /** A thin bar of a share, 0 to 1, of the width there is. */
    static Region bar(double share, String styleClass) {
        Region fill = new Region();
        fill.getStyleClass().addAll("share-bar", styleClass);
        fill.setMinHeight(3);
        fill.setMaxHeight(3);
        Region rest = new Region();
        HBox track = new HBox(fill, rest) {
            @Override
            protected void layoutChildren() {
                double width = getWidth() * Math.clamp(share, 0, 1);
                fill.resizeRelocate(0, 0, Math.max(2, width), 3);
            }
        };
        track.setMinHeight(3);
        track.setPrefHeight(3);
        track.setMaxHeight(3);
        return track;
    }

    /** A heading with what belongs to it. */
    static VBox section(String heading, Node... nodes) {
        Label title = new Label(heading);
        title.getStyleClass().add("text-strong");
        title.setWrapText(true);
        VBox section = new VBox(6, title);
        section.getChildren().addAll(nodes);
        return section;
    }

    static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-secondary");
        label.setWrapText(true);
        return label;
    }
}
