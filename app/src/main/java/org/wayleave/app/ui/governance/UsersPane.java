package org.wayleave.app.ui.governance;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Icons;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.User;
import org.wayleave.workspace.WorkspaceException;

/** The people of the workspace, their roles, and adding one. */
final class UsersPane extends BorderPane {
    private final FilterTable<User> table = new FilterTable<>("person", "people");
    private final Overlays overlays;
    private final Consumer<Author> add;
    private final boolean mayChange;

    /**
     * The pane.
     *
     * @param mayChange whether users and roles may be changed by this person here
     * @param add adds a user
     */
    UsersPane(Overlays overlays, boolean mayChange, Consumer<Author> add) {
        this.overlays = overlays;
        this.mayChange = mayChange;
        this.add = add;
        table.identifiedBy(User::id);
        table.text("Name", 16, User::name);
        table.text("Id", 10, User::id);
        table.text("Role", 12, user -> user.role().title());
        table.text("May do", 34, user -> mayDo(user.role()));
        table.value("Access", 8, User::active, active -> active ? "active" : "kept out")
                .showing(user ->
                        new StateChip(user.active() ? "Active" : "Kept out", user.active() ? Tone.GOOD : Tone.NEUTRAL));
        Button addUser = new Button("Add a person…", Icons.of(Feather.USER_PLUS));
        addUser.setId("add-user");
        addUser.setDisable(!mayChange);
        addUser.setOnAction(event -> ask());
        table.addTools(addUser);
        setCenter(table);
    }

    void show(List<User> users) {
        table.setRows(users);
    }

    FilterTable<User> table() {
        return table;
    }

    /** The form of one user for the inspector. */
    VBox detail(User user, BiConsumer<User, Role> changeRole, BiConsumer<User, Boolean> setActive) {
        ComboBox<Role> roles = roles(user.role());
        roles.setDisable(!mayChange);
        roles.setOnAction(event -> {
            Role chosen = roles.getValue();
            if (chosen != null && chosen != user.role()) {
                changeRole.accept(user, chosen);
            }
        });
        Button access = new Button(user.active() ? "Withdraw access from the next opening" : "Give access again");
        access.setDisable(!mayChange);
        access.setOnAction(event -> setActive.accept(user, !user.active()));
        VBox content = new VBox(
                16,
                Texts.heading(user.name()),
                Forms.field("Role", roles, mayDo(user.role())),
                new VBox(
                        8,
                        Texts.strong("Access"),
                        Texts.body(
                                user.active()
                                        ? "May open this workspace for writing."
                                        : "May not open this workspace for writing. What was written stays."),
                        access));
        if (!mayChange) {
            content.getChildren()
                    .add(Texts.secondary("Only an administrator, in a workspace open for writing, changes people."));
        }
        content.getStyleClass().add("detail");
        return content;
    }

    private void ask() {
        TextField name = new TextField();
        name.setId("user-name");
        TextField id = new TextField();
        id.setId("user-id");
        ComboBox<Role> roles = roles(Role.MARKETER);
        Forms.Field idField =
                Forms.field("Short name", id, "The user name on the person's computer: letters, digits and . _ - @");
        Button create = new Button("Add the person");
        create.setId("user-add");
        create.getStyleClass().add("accent");
        create.setDefaultButton(true);
        create.disableProperty()
                .bind(name.textProperty().isEmpty().or(id.textProperty().isEmpty()));
        Button back = new Button("Back");
        HBox buttons = new HBox(8, back, create);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(
                18,
                Texts.heading("Add a person"),
                Forms.column(
                        Forms.field("Name", name, ""), idField, Forms.field("Role", roles, "It can be changed later.")),
                buttons);
        card.getStyleClass().add("question");
        Runnable close = overlays.show("Add a person", card, name);
        back.setOnAction(event -> close.run());
        create.setOnAction(event -> {
            try {
                Author user = new Author(id.getText().strip(), name.getText().strip(), roles.getValue());
                close.run();
                add.accept(user);
            } catch (WorkspaceException e) {
                idField.setError(e.getMessage());
            }
        });
    }

    private static ComboBox<Role> roles(Role chosen) {
        ComboBox<Role> roles = new ComboBox<>();
        roles.getItems().setAll(Role.values());
        roles.setValue(chosen);
        roles.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Role role) {
                return role == null ? "" : role.title();
            }

            @Override
            public Role fromString(String text) {
                throw new UnsupportedOperationException("roles are chosen, not typed");
            }
        });
        return roles;
    }

    private static String mayDo(Role role) {
        return switch (role) {
            case MARKETER -> "Designs journeys and runs them.";
            case ANALYST -> "Builds and measures models, reads data and runs.";
            case PRIVACY_OFFICER -> "Writes policies, completes and approves assessments.";
            case APPROVER -> "Signs off what others have written.";
            case AUDITOR -> "Reads and exports everything, changes nothing.";
            case ADMINISTRATOR -> "Looks after the workspace and its people, may do all else.";
        };
    }
}
