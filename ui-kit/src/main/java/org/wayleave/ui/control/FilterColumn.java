package org.wayleave.ui.control;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link FilterTable} with its filter field in the header.
 *
 * @param <T> one row
 * @param <V> the value that the column sorts by
 */
public final class FilterColumn<T, V> {
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*(>=|<=|>|<|=)\\s*(-?[0-9][0-9,]*(?:\\.[0-9]+)?)\\s*");

    private final String title;
    private final Function<T, V> value;
    private final Function<V, String> words;
    private final boolean number;
    private final TableColumn<T, V> column = new TableColumn<>();
    private final TextField field = new TextField();
    private final Label header = new Label();

    FilterColumn(
            String title,
            double widthEm,
            Function<T, V> value,
            Function<V, String> words,
            Comparator<V> order,
            boolean number) {
        this.title = title;
        this.value = value;
        this.words = words;
        this.number = number;
        header.setText(title);
        column.setPrefWidth(widthEm * 13);
        column.setMinWidth(Math.min(widthEm, 4) * 13);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(value.apply(features.getValue())));
        column.setComparator(order);
        column.setReorderable(true);
        if (number) {
            column.getStyleClass().add("number-column");
        }
        column.setCellFactory(view -> new TableCell<>() {
            {
                if (number) {
                    getStyleClass().add("number-cell");
                }
            }

            @Override
            protected void updateItem(@Nullable V item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : signed(words.apply(item)));
            }
        });
    }

    /** A figure below zero has a minus on the screen; files keep the hyphen, which programs read. */
    private String signed(String text) {
        return number && text.startsWith("-") ? "\u2212" + text.substring(1) : text;
    }

    /** Shows a node instead of text, such as a glyph with its word or a bar. */
    public FilterColumn<T, V> showing(Function<T, @Nullable Node> node) {
        column.setCellFactory(view -> {
            TableCell<T, V> cell = FilterTable.nodeCell(node);
            if (number) {
                cell.getStyleClass().add("number-cell");
            }
            return cell;
        });
        return this;
    }

    /** Explains the column on hover in one sentence. */
    public FilterColumn<T, V> explained(String sentence) {
        Explain.with(header, sentence);
        return this;
    }

    /** Hides the column until the user chooses it. */
    public FilterColumn<T, V> hidden() {
        column.setVisible(false);
        return this;
    }

    /** Sorts the table by this column at first. */
    public FilterColumn<T, V> sorted(boolean ascending) {
        column.setSortType(ascending ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        if (column.getTableView() != null) {
            column.getTableView().getSortOrder().setAll(java.util.List.of(column));
        }
        return this;
    }

    /** The column of the table. */
    public TableColumn<T, V> column() {
        return column;
    }

    /** The heading. */
    public String title() {
        return title;
    }

    /** Sets the filter as if the user had typed it; the filter row should be shown with it. */
    public void filterBy(String text) {
        field.setText(text);
    }

    void attach(BooleanProperty filtering, Runnable changed) {
        field.setPromptText(number ? ">= 100" : "contains…");
        field.setAccessibleText("Filter by " + title);
        field.visibleProperty().bind(filtering);
        field.managedProperty().bind(filtering);
        field.textProperty().subscribe((before, after) -> changed.run());
        VBox box = new VBox(header, field);
        box.getStyleClass().add("filter-box");
        // The graphic takes the place of the text; the text stays for the column's accessible name.
        column.setText("");
        column.setGraphic(box);
    }

    void clearFilter() {
        field.clear();
    }

    void focusFilter() {
        field.requestFocus();
    }

    String csv(T row) {
        V cell = value.apply(row);
        return cell == null ? "" : words.apply(cell);
    }

    Optional<Predicate<T>> filter() {
        String wanted = field.getText() == null ? "" : field.getText().strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Matcher comparison = COMPARISON.matcher(wanted);
        if (number && comparison.matches()) {
            double bound = Double.parseDouble(comparison.group(2).replace(",", ""));
            DoublePredicate test = switch (comparison.group(1)) {
                case ">" -> v -> v > bound;
                case ">=" -> v -> v >= bound;
                case "<" -> v -> v < bound;
                case "<=" -> v -> v <= bound;
                default -> v -> v == bound;
            };
            return Optional.of(row -> value.apply(row) instanceof Number n && test.test(n.doubleValue()));
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        return Optional.of(row -> csv(row).toLowerCase(Locale.ROOT).contains(lower));
    }
}
