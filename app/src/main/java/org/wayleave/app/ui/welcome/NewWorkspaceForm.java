package org.wayleave.app.ui.welcome;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.app.ui.forms.FolderField;
import org.wayleave.app.ui.forms.NewPassphraseFields;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Texts;

/** Asks where a new workspace goes, which sample it starts from, and for a passphrase. */
public final class NewWorkspaceForm {
    private final Overlays overlays;
    private final WelcomeActions actions;
    private final Path dataFolder;

    /**
     * The form.
     *
     * @param dataFolder where new workspaces go unless another place is chosen
     */
    public NewWorkspaceForm(Overlays overlays, WelcomeActions actions, Path dataFolder) {
        this.overlays = overlays;
        this.actions = actions;
        this.dataFolder = dataFolder;
    }

    /** Opens the form. */
    public void open() {
        FolderField folder = new FolderField(
                dataFolder.resolve("my-workspace"), () -> actions.chooseFolder("Folder of the new workspace"));
        ComboBox<SampleWorkspace> vertical = new ComboBox<>();
        vertical.getItems().setAll(SampleWorkspace.all());
        vertical.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SampleWorkspace sample) {
                return sample == null ? "" : sample.title();
            }

            @Override
            public @Nullable SampleWorkspace fromString(String title) {
                return vertical.getItems().stream()
                        .filter(sample -> sample.title().equals(title))
                        .findFirst()
                        .orElse(null);
            }
        });
        vertical.getSelectionModel().selectFirst();
        NewPassphraseFields passphrase = new NewPassphraseFields(false);
        Button create = new Button("Create the workspace");
        create.setId("new-create");
        create.getStyleClass().add("accent");
        create.setDefaultButton(true);
        create.disableProperty().bind(passphrase.refused().or(folder.refused()));
        Button keep = new Button("Back");
        HBox buttons = new HBox(8, keep, create);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(
                18,
                Texts.heading("Create a workspace"),
                Forms.column(
                        folder,
                        Forms.field(
                                "Start from the sample of",
                                vertical,
                                "Its catalogue, rules and journeys, for you to change."),
                        passphrase),
                buttons);
        card.getStyleClass().add("question");
        Runnable close = overlays.show("Create a workspace", card, folder.control());
        keep.setOnAction(event -> close.run());
        create.setOnAction(event -> {
            close.run();
            actions.create(folder.folder(), vertical.getValue().vertical(), passphrase.take());
        });
    }
}
