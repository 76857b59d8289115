package org.wayleave.app.ui.forms;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wayleave.ui.control.Forms;

/** A folder that is to be made: typed, or chosen with the system's own dialog. */
public final class FolderField extends HBox {
    private final TextField text = new TextField();
    private final Forms.Field field;

    /**
     * The field.
     *
     * @param proposed what stands there at first
     * @param chooser asks for a folder; empty when none was chosen
     */
    public FolderField(Path proposed, Supplier<Optional<Path>> chooser) {
        super(8);
        text.setText(proposed.toString());
        text.setId("new-folder");
        field = Forms.field("Folder", text, "It must be absent or empty; it is made.")
                .check(text.textProperty(), FolderField::problem);
        Button choose = new Button("Choose…");
        choose.setOnAction(event -> chooser.get().ifPresent(chosen -> text.setText(chosen.toString())));
        HBox.setHgrow(field, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(field, choose);
    }

    /** Where the focus goes. */
    public TextField control() {
        return text;
    }

    /** Whether what stands there cannot be the path of a folder. */
    public ObservableBooleanValue refused() {
        return field.errorProperty().isNotEmpty();
    }

    /** The folder; ask only when it is not refused. */
    public Path folder() {
        return Path.of(text.getText().strip());
    }

    private static String problem(String text) {
        if (text == null || text.isBlank()) {
            return "Name a folder.";
        }
        try {
            return Path.of(text.strip()).isAbsolute() ? "" : "Give the whole path, from the root on.";
        } catch (InvalidPathException e) {
            return "This cannot be a folder's name.";
        }
    }
}
