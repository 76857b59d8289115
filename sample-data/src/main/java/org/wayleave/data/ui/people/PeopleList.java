package org.wayleave.data.ui.people;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.data.Person;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.theme.Icons;
import org.wayleave.ui.theme.Theme;

/** The people that pass the filter, in the order of the population; only the rows in view are drawn. */
public final class PeopleList extends BorderPane {
    private final PeopleModel model;
    private final Theme theme;
    private final TableView<PersonRow> table = new TableView<>();
    private @Nullable ObservedPopulation columnsOf;
    private boolean following;

    /** Makes the list. */
    public PeopleList(PeopleModel model, Theme theme) {
        this.model = model;
        this.theme = theme;
        getStyleClass().add("people-list");
        table.setAccessibleText("Table of people");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(""));
        setCenter(table);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                model.look(row.index());
            }
        });
        model.selectionProperty().subscribe(found -> refill());
        model.personProperty().subscribe(index -> follow());
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }

    private void refill() {
        ObservedPopulation population = model.population();
        if (population == null) {
            return;
        }
        following = true;
        try {
            if (!population.equals(columnsOf)) {
                columns(population);
                columnsOf = population;
            }
            if (model.selectionProperty().get().size() == 0) {
                table.setItems(FXCollections.emptyObservableList());
                table.setPlaceholder(new EmptyState(
                        Feather.USERS,
                        "Nobody passes the filter",
                        "No person of this population has all that is asked for.",
                        Command.of(
                                "data.clear-filter",
                                "Show everybody",
                                () -> model.filterProperty().set(org.wayleave.data.search.PeopleFilter.ALL))));
            } else {
                table.setItems(new PersonRows(
                        population.generator(), model.selectionProperty().get()));
            }
        } finally {
            following = false;
        }
        follow();
    }

    private void follow() {
        int place =
                model.selectionProperty().get().placeOf(model.personProperty().get());
        following = true;
        try {
            if (place < 0 || place >= table.getItems().size()) {
                table.getSelectionModel().clearSelection();
            } else if (table.getSelectionModel().getSelectedIndex() != place) {
                table.getSelectionModel().clearAndSelect(place);
                table.scrollTo(Math.max(0, place - 5));
            }
        } finally {
            following = false;
        }
    }

    private void columns(ObservedPopulation population) {
        TableColumn<PersonRow, PersonRow> consents = new TableColumn<>();
        consents.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        consents.setCellFactory(column -> new ConsentStripCell(population, theme));
        consents.setGraphic(
                Explain.with(
                        new Label("Channels, purposes, topics"),
                        "Each consent at the moment of observation: circle granted, square denied, ring unknown, half ring expired."));
        double strip = ConsentStripCell.widthEm(population.consents().size()) * theme.em() + 22;
        consents.setMinWidth(strip);
        consents.setPrefWidth(strip);
        consents.setSortable(false);
        table.getColumns()
                .setAll(java.util.List.of(
                        marked(text("Person", 8, "Id of the person within this population.", Person::id), population),
                        text("Age", 8.5, "Age in bands.", person -> Words.ageBand(person.ageBand())),
                        text(
                                "Place",
                                11,
                                "City and country, the finest place known.",
                                person -> person.city() + ", " + person.country()),
                        text(
                                "Device",
                                6.5,
                                "What the person mostly uses.",
                                person -> Words.title(person.device().wire())),
                        consents));
    }

    private static Node flag() {
        FontIcon icon = Icons.of(Feather.FLAG);
        icon.getStyleClass().add("icon-small");
        return icon;
    }

    /** Marks people who carry a flag; hover says which. */
    private static TableColumn<PersonRow, String> marked(
            TableColumn<PersonRow, String> column, ObservedPopulation population) {
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String id, boolean empty) {
                super.updateItem(id, empty);
                setText(empty ? null : id);
                PersonRow row = empty ? null : getTableRow().getItem();
                String flags = row == null
                        ? ""
                        : Words.titles(
                                population.recipe().flagTitles(), row.person().flags());
                setGraphic(flags.isEmpty() ? null : flag());
                setTooltip(flags.isEmpty() ? null : new Tooltip(flags));
                setAccessibleText(flags.isEmpty() ? id : id + ", " + flags);
                setContentDisplay(ContentDisplay.RIGHT);
            }
        });
        return column;
    }

    private TableColumn<PersonRow, String> text(
            String title, double widthEm, String explanation, Function<Person, String> value) {
        TableColumn<PersonRow, String> column = new TableColumn<>();
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(value.apply(row.getValue().person())));
        column.setGraphic(Explain.with(new Label(title), explanation));
        column.setPrefWidth(widthEm * theme.em());
        column.setMinWidth(widthEm * 0.8 * theme.em());
        // An order would need every person of the population; the filter finds people instead.
        column.setSortable(false);
        return column;
    }
}
