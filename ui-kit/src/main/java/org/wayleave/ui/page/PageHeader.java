package org.wayleave.ui.page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.Tone;

/** What stands above a page: title, state chip, version, a note, and its commands. */
public final class PageHeader {
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty state = new SimpleStringProperty("");
    private final ObjectProperty<Tone> stateTone = new SimpleObjectProperty<>(Tone.NEUTRAL);
    private final StringProperty version = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Command> primary = new SimpleObjectProperty<>();
    private final ObservableList<Command> secondary = FXCollections.observableArrayList();
    private final ObservableList<Command> more = FXCollections.observableArrayList();
    private final ObservableList<Node> extras = FXCollections.observableArrayList();

    public PageHeader(String title) {
        this.title.set(title);
    }

    /** The page's or the open document's title. */
    public StringProperty titleProperty() {
        return title;
    }

    /** Text of the state chip, such as "In review"; empty for none. */
    public StringProperty stateProperty() {
        return state;
    }

    /** Colour of the state chip. */
    public ObjectProperty<Tone> stateToneProperty() {
        return stateTone;
    }

    /** Version, such as "v7"; empty for none. */
    public StringProperty versionProperty() {
        return version;
    }

    /** One line on who must act or what this is; empty for none. */
    public StringProperty noteProperty() {
        return note;
    }

    /** The one primary action, or null. */
    public ObjectProperty<@Nullable Command> primaryProperty() {
        return primary;
    }

    /** Further actions, shown as icon buttons; those without an icon show their title. Live. */
    public ObservableList<Command> secondary() {
        return secondary;
    }

    /** Actions for now and then, shown by name in a menu after the icon buttons. Live. */
    public ObservableList<Command> more() {
        return more;
    }

    /** Controls that stand before the buttons, such as a chooser of the overlay. Live. */
    public ObservableList<Node> extras() {
        return extras;
    }
}
