package org.wayleave.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A framed remark near its cause: a heading and lines below it. */
public final class Note extends VBox {
    public Note(Tone tone, String heading, Node... lines) {
        getStyleClass().addAll("note", tone.styleClass());
        setSpacing(4);
        Label title = Texts.strong(heading);
        title.setWrapText(true);
        getChildren().add(title);
        getChildren().addAll(lines);
    }
}
