package org.wayleave.app.ui.words;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wayleave.ui.control.Texts;

/** Names at the left, values at the right. */
public final class KeyValues extends GridPane {
    public KeyValues() {
        getStyleClass().add("key-values");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    /** Adds a line of text. */
    public KeyValues add(String name, String value) {
        Label text = Texts.body(value);
        return add(name, text);
    }

    /** Adds a line with a node. */
    public KeyValues add(String name, Node value) {
        Label label = Texts.secondary(name);
        int row = getRowCount();
        // Of a value that wraps, the first line stands beside its name.
        setValignment(label, VPos.TOP);
        setValignment(value, VPos.TOP);
        add(label, 0, row);
        add(value, 1, row);
        return this;
    }
}
