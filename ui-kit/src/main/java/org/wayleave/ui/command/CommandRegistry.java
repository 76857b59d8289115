package org.wayleave.ui.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyEvent;

/**
 * The commands that are reachable now: those of the shell, and those of the page that is shown.
 *
 * <p>It feeds the key map, the command palette and the shortcut sheet. Ids are unique; registering an id again
 * replaces the earlier command. Used on the FX thread only.
 */
public final class CommandRegistry {
    private final ObservableList<Command> commands = FXCollections.observableArrayList();
    private final ObservableList<Command> view = FXCollections.unmodifiableObservableList(commands);

    /** Adds commands, each replacing one of the same id. */
    public void register(Command... added) {
        register(List.of(added));
    }

    /** Adds commands, each replacing one of the same id. */
    public void register(Collection<Command> added) {
        for (Command command : added) {
            int at = indexOf(command.id());
            if (at < 0) {
                commands.add(command);
            } else {
                commands.set(at, command);
            }
        }
    }

    /** Removes commands by id; ids that are not registered are ignored. */
    public void unregister(Collection<Command> removed) {
        for (Command command : removed) {
            int at = indexOf(command.id());
            if (at >= 0) {
                commands.remove(at);
            }
        }
    }

    /** All registered commands in order of registration; a live view that cannot be modified. */
    public ObservableList<Command> commands() {
        return view;
    }

    /** The command with this id. */
    public Optional<Command> find(String id) {
        int at = indexOf(id);
        return at < 0 ? Optional.empty() : Optional.of(commands.get(at));
    }

    /**
     * Runs the enabled command whose key matches.
     *
     * @return whether a command ran; the caller then consumes the event
     */
    public boolean handle(KeyEvent event) {
        // Later registrations win, so that a page may give a key of the shell a meaning of its own.
        for (int i = commands.size() - 1; i >= 0; i--) {
            Command command = commands.get(i);
            var key = command.key();
            if (key != null && key.match(event) && command.enabled().get()) {
                command.run();
                return true;
            }
        }
        return false;
    }

    private int indexOf(String id) {
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
