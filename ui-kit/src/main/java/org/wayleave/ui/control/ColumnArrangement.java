package org.wayleave.ui.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Order, width and visibility of a table's columns, kept as text: one line for each column in the order shown, with title, width
 * in pixels and {@code shown} or {@code hidden}, apart by tabs. What was kept for other columns than the table's is not applied.
 */
final class ColumnArrangement<T> {
    private static final double LEAST_WIDTH = 20;
    private static final double MOST_WIDTH = 4_000;

    private final String noun;
    private final TableView<T> table;
    private final Function<TableColumn<T, ?>, String> title;
    private @Nullable TableMemory memory;

    private record Kept(String title, double width, boolean shown) {
        static Optional<Kept> read(String line) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            try {
                double width = Double.parseDouble(parts[1]);
                return width >= LEAST_WIDTH && width <= MOST_WIDTH
                        ? Optional.of(new Kept(parts[0], width, parts[2].equals("shown")))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                // A line that says nothing is as good as none: the table looks as it does at first.
                return Optional.empty();
            }
        }
    }

    ColumnArrangement(String noun, TableView<T> table, Function<TableColumn<T, ?>, String> title) {
        this.noun = noun;
        this.table = table;
        this.title = title;
    }

    /** Waits for the table to be shown, then applies what was kept and keeps what the user changes. */
    void follow() {
        table.sceneProperty().subscribe(scene -> {
            if (scene != null && memory == null) {
                TableMemory.of(table).ifPresent(this::begin);
            }
        });
    }

    private void begin(TableMemory found) {
        memory = found;
        // Named by the columns: two tables of one noun rarely have the same ones, and then may share the arrangement.
        String key =
                noun + "/" + table.getColumns().stream().map(title).sorted().collect(Collectors.joining("|"));
        found.get(key).ifPresent(this::apply);
        table.getColumns().addListener((Observable o) -> keep(found, key));
        table.getColumns().forEach(column -> column.visibleProperty().subscribe((before, now) -> keep(found, key)));
        // Widths also change with the window's; only what the user drags in the header is worth keeping.
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (inHeader(event)) {
                keep(found, key);
            }
        });
    }

    private void keep(TableMemory to, String key) {
        to.put(
                key,
                table.getColumns().stream()
                        .map(column -> title.apply(column) + "\t" + Math.round(column.getWidth()) + "\t"
                                + (column.isVisible() ? "shown" : "hidden"))
                        .collect(Collectors.joining("\n")));
    }

    private void apply(String text) {
        List<TableColumn<T, ?>> left = new ArrayList<>(table.getColumns());
        List<TableColumn<T, ?>> order = new ArrayList<>();
        List<Kept> kept = text.lines().map(Kept::read).flatMap(Optional::stream).toList();
        for (Kept line : kept) {
            left.stream()
                    .filter(column -> title.apply(column).equals(line.title()))
                    .findFirst()
                    .ifPresent(column -> {
                        left.remove(column);
                        order.add(column);
                    });
        }
        boolean any = kept.stream().anyMatch(Kept::shown);
        if (!left.isEmpty() || order.size() != kept.size() || !any) {
            return;
        }
        for (int i = 0; i < kept.size(); i++) {
            order.get(i).setVisible(kept.get(i).shown());
            order.get(i).setPrefWidth(kept.get(i).width());
        }
        if (!order.equals(table.getColumns())) {
            table.getColumns().setAll(Collections.unmodifiableList(order));
        }
    }

    private static boolean inHeader(MouseEvent event) {
        for (@Nullable Node at = event.getTarget() instanceof Node node ? node : null;
                at != null;
                at = at.getParent()) {
            if (at.getStyleClass().contains("column-header-background")) {
                return true;
            }
        }
        return false;
    }
}
