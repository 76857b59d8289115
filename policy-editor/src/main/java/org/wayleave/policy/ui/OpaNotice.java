package org.wayleave.policy.ui;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/** Says above the editor why nothing can be saved now, and what to do about it; takes no room when all is well. */
final class OpaNotice extends StackPane {

    private final PolicyEditing editing;
    private final Command lookAgain;

    OpaNotice(PolicyEditing editing, Command lookAgain) {
        this.editing = editing;
        this.lookAgain = lookAgain;
        getStyleClass().add("policy-notice");
        editing.opaProperty().subscribe(this::update);
        managedProperty().bind(visibleProperty());
    }

    private void update(OpaState state) {
        getChildren().clear();
        if (editing.readOnly()) {
            getChildren()
                    .add(
                            new Note(
                                    Tone.ACCENT,
                                    "This workspace is open for reading only",
                                    Texts.body(
                                            "Another Wayleave has it open, or it was opened so. Policies can be read, not saved.")));
        } else {
            switch (state) {
                case OpaState.Ready ready -> {}
                case OpaState.Searching searching -> {
                    if (!searching.progress().isEmpty()) {
                        getChildren()
                                .add(new Note(
                                        Tone.ACCENT,
                                        "OPA is being built; saving is possible once it is there",
                                        Texts.body(searching.progress())));
                    }
                }
                case OpaState.Missing missing -> {
                    Region button = CommandButtons.labelled(lookAgain);
                    getChildren()
                            .add(new Note(
                                    Tone.WARNING,
                                    "Policies cannot be checked or saved without OPA",
                                    Texts.body(missing.explanation()),
                                    button));
                }
            }
        }
        setVisible(!getChildren().isEmpty());
    }
}
