package org.wayleave.app.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Texts;

/** The keys of all commands that are reachable now, by group. */
final class ShortcutSheet {
    private final Overlays overlays;
    private final CommandRegistry commands;

    ShortcutSheet(Overlays overlays, CommandRegistry commands) {
        this.overlays = overlays;
        this.commands = commands;
    }

    void open() {
        Map<String, List<Command>> groups = commands.commands().stream()
                .filter(command -> command.key() != null)
                .collect(Collectors.groupingBy(Command::group, TreeMap::new, Collectors.toList()));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(titles, keys);
        int row = 0;
        for (Map.Entry<String, List<Command>> group : groups.entrySet()) {
            Label heading = Texts.strong(group.getKey());
            heading.getStyleClass().add("shortcut-group");
            grid.add(heading, 0, row++, 2, 1);
            List<Command> sorted = group.getValue().stream()
                    .sorted(Comparator.comparing(Command::title))
                    .toList();
            for (Command command : sorted) {
                var key = command.key();
                Label cap = new Label(key == null ? "" : key.getDisplayText());
                cap.getStyleClass().add("key-cap");
                grid.add(new Label(command.title()), 0, row);
                grid.add(cap, 1, row++);
            }
        }
        always(grid, row);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox card = new VBox(12, Texts.heading("Keys"), scroll);
        card.getStyleClass().add("shortcut-sheet");
        overlays.show("Keys", card, scroll);
    }

    private static void always(GridPane grid, int first) {
        int row = first;
        Label heading = Texts.strong("In tables");
        heading.getStyleClass().add("shortcut-group");
        grid.add(heading, 0, row++, 2, 1);
        String[][] lines = {
            {"Filter by column", "Ctrl+F"}, {"Copy the rows as CSV", "Ctrl+C"}, {"Open the selected row", "Enter"}
        };
        for (String[] line : lines) {
            Label cap = new Label(line[1]);
            cap.getStyleClass().add("key-cap");
            grid.add(new Label(line[0]), 0, row);
            grid.add(cap, 1, row++);
        }
    }
}
