package org.wayleave.ui.control;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.theme.Icons;

/**
 * A table with sticky header, filter row, sort, column chooser and copy as CSV, all by keyboard: Ctrl+F shows the
 * filter row, Ctrl+C copies the selected rows, Enter opens the selected row. Order, width and visibility of its columns are kept in
 * the {@link TableMemory} of its window, when that has one.
 *
 * @param <T> one row; immutable
 */
public final class FilterTable<T> extends BorderPane {
    private final String one;
    private final String noun;
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final FilteredList<T> filtered = new FilteredList<>(rows);
    private final SortedList<T> sorted = new SortedList<>(filtered);
    private final TableView<T> table = new TableView<>(sorted);
    private final List<FilterColumn<T, ?>> columns = new ArrayList<>();
    private final MenuButton chooser = new MenuButton();
    private final BooleanProperty filtering = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<@Nullable T> selected = new ReadOnlyObjectWrapper<>();
    private final Label remark = new Label();
    private final HBox bar = new HBox();
    private Predicate<T> scope = row -> true;
    private Function<T, ?> identity = row -> row;

    /**
     * An empty table.
     *
     * @param one what a row is, in lower case, such as "person"
     * @param noun several of them, such as "people"
     */
    public FilterTable(String one, String noun) {
        this.one = one;
        this.noun = noun;
        getStyleClass().add("filter-table");
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText("Table of " + noun);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> selected.set(row));
        setPlaceholder(new EmptyState(Feather.LIST, "No " + noun, "There are no " + noun + " here yet.", null));
        setTop(buildBar());
        setCenter(table);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        new ColumnArrangement<>(noun, table, this::titleOf).follow();
    }

    /** Adds a text column; filters by what it contains, in any case. */
    public FilterColumn<T, String> text(String title, double widthEm, Function<T, String> value) {
        return add(new FilterColumn<>(title, widthEm, value, text -> text, String::compareToIgnoreCase, false));
    }

    /** Adds a right-aligned column of figures that are words already, such as differences with a sign. */
    public FilterColumn<T, String> right(String title, double widthEm, Function<T, String> value) {
        return add(new FilterColumn<>(title, widthEm, value, text -> text, String::compareToIgnoreCase, true));
    }

    /**
     * Adds a right-aligned number column; filters by comparison, such as {@code >= 100}, or by what it starts with.
     *
     * @param decimals digits after the point, 0 or more
     */
    public FilterColumn<T, Number> number(String title, double widthEm, int decimals, Function<T, Number> value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        double least = 0.5 * Math.pow(10, -decimals);
        return add(new FilterColumn<>(
                title,
                widthEm,
                value,
                number -> {
                    double shown = number.doubleValue();
                    if (Double.isNaN(shown)) {
                        return "–";
                    }
                    // What rounds to nothing has no sign.
                    return format.format(Math.abs(shown) <= least ? (Number) 0.0 : number);
                },
                (a, b) -> Double.compare(a.doubleValue(), b.doubleValue()),
                true));
    }

    /**
     * Adds a column of values with an order and words of their own, such as times.
     *
     * @param words what a cell says; filters and CSV use it too
     */
    public <V extends Comparable<? super V>> FilterColumn<T, V> value(
            String title, double widthEm, Function<T, V> value, Function<V, String> words) {
        return add(new FilterColumn<>(title, widthEm, value, words, (a, b) -> a.compareTo(b), false));
    }

    /** What makes two rows the same thing, such as its id; without it, rows that are equal. */
    public void identifiedBy(Function<T, ?> key) {
        identity = key;
    }

    /** Replaces the rows, keeping filters and order; the rows that were selected stay so as far as they are there and shown. */
    public void setRows(Collection<? extends T> newRows) {
        Set<Object> before = new HashSet<>();
        selectedRows().forEach(row -> before.add(identity.apply(row)));
        rows.setAll(newRows);
        int[] again = IntStream.range(0, sorted.size())
                .filter(at -> before.contains(identity.apply(sorted.get(at))))
                .toArray();
        table.getSelectionModel().clearSelection();
        if (again.length > 0) {
            table.getSelectionModel().selectIndices(again[0], again);
        }
    }

    /** All rows, whatever the filters. */
    public ObservableList<T> rows() {
        return rows;
    }

    /** The rows that pass the filters, in the order shown. */
    public ObservableList<T> shownRows() {
        return sorted;
    }

    /** Restricts the rows in addition to the filter row, such as by a chooser above the table. */
    public void setScope(Predicate<T> restriction) {
        scope = restriction;
        refilter();
    }

    /** The selected row; the first of several; null for none. */
    public ReadOnlyObjectProperty<@Nullable T> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** All selected rows, live. */
    public ObservableList<T> selectedRows() {
        return table.getSelectionModel().getSelectedItems();
    }

    /** Selects a row and scrolls to it; ignored when it is not shown. */
    public void select(T row) {
        int at = sorted.indexOf(row);
        if (at >= 0) {
            table.getSelectionModel().clearAndSelect(at);
            table.scrollTo(Math.max(0, at - 3));
        }
    }

    /** Runs with the row that is double-clicked or on which Enter is pressed. */
    public void onOpen(Consumer<T> open) {
        table.setRowFactory(view -> {
            TableRow<T> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            T row = selected.get();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                open.accept(row);
                event.consume();
            }
        });
    }

    /** What stands there when there are no rows. */
    public void setPlaceholder(Node placeholder) {
        table.setPlaceholder(placeholder);
    }

    /** Says something about the rows right after their number; the empty text says nothing. */
    public void setRemark(String words) {
        remark.setText(words.isEmpty() ? "" : "·  " + words);
    }

    /** Adds controls at the left of the bar above the table. */
    public void addTools(Node... tools) {
        bar.getChildren().addAll(0, List.of(tools));
    }

    /** The table itself, for what this class does not cover. */
    public TableView<T> table() {
        return table;
    }

    /** Whether the filter row shows. */
    public BooleanProperty filteringProperty() {
        return filtering;
    }

    /** The rows as CSV with a header line: the selected ones when there are several, else all that are shown. */
    public String toCsv() {
        List<FilterColumn<T, ?>> shown = table.getVisibleLeafColumns().stream()
                .map(this::ownOf)
                .flatMap(Optional::stream)
                .toList();
        StringBuilder csv = new StringBuilder();
        csv.append(CsvText.line(shown.stream().map(FilterColumn::title).toList()));
        List<T> wanted = selectedRows().size() > 1 ? List.copyOf(selectedRows()) : List.copyOf(sorted);
        for (T row : wanted) {
            csv.append("\r\n");
            csv.append(
                    CsvText.line(shown.stream().map(column -> column.csv(row)).toList()));
        }
        return csv.append("\r\n").toString();
    }

    private <V> FilterColumn<T, V> add(FilterColumn<T, V> column) {
        columns.add(column);
        TableColumn<T, V> tableColumn = column.column();
        column.attach(filtering, this::refilter);
        table.getColumns().add(tableColumn);
        CheckMenuItem item = new CheckMenuItem(column.title());
        item.selectedProperty().bindBidirectional(tableColumn.visibleProperty());
        chooser.getItems().add(item);
        return column;
    }

    private String titleOf(TableColumn<T, ?> column) {
        return ownOf(column).map(FilterColumn::title).orElse("");
    }

    private Optional<FilterColumn<T, ?>> ownOf(TableColumn<T, ?> column) {
        for (FilterColumn<T, ?> own : columns) {
            if (own.column().equals(column)) {
                return Optional.of(own);
            }
        }
        return Optional.empty();
    }

    private void refilter() {
        List<Predicate<T>> parts = new ArrayList<>();
        parts.add(scope);
        for (FilterColumn<T, ?> column : columns) {
            column.filter().ifPresent(parts::add);
        }
        filtered.setPredicate(row -> {
            for (Predicate<T> part : parts) {
                if (!part.test(row)) {
                    return false;
                }
            }
            return true;
        });
    }

    private Node buildBar() {
        Label count = new Label();
        count.getStyleClass().add("text-secondary");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String what = rows.size() == 1 ? one : noun;
                            return filtered.size() == rows.size()
                                    ? String.format(Locale.ROOT, "%,d %s", rows.size(), what)
                                    : String.format(Locale.ROOT, "%,d of %,d %s", filtered.size(), rows.size(), what);
                        },
                        filtered,
                        rows));
        count.getStyleClass().add("table-count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton filter = new ToggleButton();
        filter.setGraphic(Icons.of(Feather.FILTER));
        filter.getStyleClass().addAll("flat", "button-icon");
        filter.setAccessibleText("Show the filter row");
        filter.setTooltip(new Tooltip("Filter by column  (Ctrl+F)"));
        filter.selectedProperty().bindBidirectional(filtering);
        filtering.subscribe(on -> {
            if (!on) {
                columns.forEach(FilterColumn::clearFilter);
            }
        });
        chooser.setGraphic(Icons.of(Feather.COLUMNS));
        chooser.getStyleClass().addAll("flat", "button-icon");
        chooser.setAccessibleText("Choose columns");
        chooser.setTooltip(new Tooltip("Choose columns"));
        var copy = CommandButtons.iconOnly(
                Command.of("table.copy", "Copy as CSV", this::copy).withIcon(Feather.COPY));
        copy.getStyleClass().add("flat");
        bar.getStyleClass().add("table-bar");
        remark.getStyleClass().add("text-secondary");
        remark.setMinWidth(0);
        bar.getChildren().addAll(count, remark, gap, filter, chooser, copy);
        return bar;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(toCsv());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void onKey(KeyEvent event) {
        if (KeyCombination.valueOf("Shortcut+F").match(event)) {
            filtering.set(true);
            columns.stream()
                    .filter(column -> column.column().isVisible())
                    .findFirst()
                    .ifPresent(FilterColumn::focusFilter);
            event.consume();
        } else if (KeyCombination.valueOf("Shortcut+C").match(event) && table.isFocused()) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && filtering.get()) {
            filtering.set(false);
            table.requestFocus();
            event.consume();
        }
    }

    /** Makes a table cell that shows a node for a row. */
    static <T, V> TableCell<T, V> nodeCell(Function<T, @Nullable Node> node) {
        return new TableCell<>() {
            @Override
            protected void updateItem(@Nullable V item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                TableRow<T> row = getTableRow();
                setGraphic(empty || row == null || row.getItem() == null ? null : node.apply(row.getItem()));
            }
        };
    }
}
