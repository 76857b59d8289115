package org.wayleave.journey.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.JourneyCanvas;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.JourneysModel;
import org.wayleave.journey.ui.model.RunModel;
import org.wayleave.journey.ui.service.RunOptions;
import org.wayleave.ui.command.Command;

/** What can be done with the open journey, each thing with its key and the condition under which it can be done. */
final class JourneyCommands {
    private final RunModel runs;
    private final Texts texts;
    private final ObservableBooleanValue mayRun;
    private final List<Command> beside;
    private final List<Command> more;

    /**
     * The commands.
     *
     * @param isOpen whether a journey is open
     * @param toggleOutline shows the outline beside the canvas, or takes it away
     */
    JourneyCommands(
            JourneysModel journeys,
            RunModel runs,
            JourneyCanvas canvas,
            Texts texts,
            BooleanExpression isOpen,
            Runnable toggleOutline) {
        this.runs = runs;
        this.texts = texts;
        JourneyEditor editor = journeys.editor();
        ObservableBooleanValue writable = isOpen.and(editor.readOnlyProperty().not());
        ObservableBooleanValue changed = Bindings.and(editor.changedProperty(), writable);
        mayRun = Bindings.and(runs.runningProperty().not(), writable);
        beside = List.of(
                Command.of("journey.undo", texts.get("command.undo"), editor::undo)
                        .withIcon(Feather.CORNER_UP_LEFT)
                        .withKey("Shortcut+Z")
                        .enabledWhen(editor.canUndoProperty()),
                Command.of("journey.redo", texts.get("command.redo"), editor::redo)
                        .withIcon(Feather.CORNER_UP_RIGHT)
                        .withKey("Shortcut+Shift+Z")
                        .enabledWhen(editor.canRedoProperty()),
                Command.of("journey.save", texts.get("command.save"), journeys::save)
                        .withIcon(Feather.SAVE)
                        .withKey("Shortcut+S")
                        .enabledWhen(changed));
        more = List.of(
                Command.of("journey.tidy", texts.get("command.tidy"), canvas::tidy)
                        .withIcon(Feather.ALIGN_CENTER)
                        .withKey("Shift+Alt+T")
                        .enabledWhen(writable),
                Command.of("journey.outline", texts.get("command.outline"), toggleOutline)
                        .withIcon(Feather.LIST)
                        .withKey("F6")
                        .enabledWhen(isOpen),
                Command.of("journey.discard", texts.get("command.discard"), journeys::discard)
                        .withIcon(Feather.ROTATE_CCW)
                        .enabledWhen(changed),
                Command.of("journey.close", texts.get("command.close"), journeys::close)
                        .withIcon(Feather.GRID)
                        .enabledWhen(isOpen));
    }

    /** The run of as many people as are asked for now. */
    Command run() {
        RunOptions options = runs.optionsProperty().get();
        return Command.of("journey.run", texts.get("command.run", options.people()), runs::start)
                .withIcon(Feather.PLAY)
                .withKey("Shortcut+R")
                .explained(texts.get("command.run.text"))
                .enabledWhen(mayRun);
    }

    /** Those that stand as buttons beside the run. */
    List<Command> beside() {
        return beside;
    }

    /** Those that stand in the menu after them. */
    List<Command> more() {
        return more;
    }
}
