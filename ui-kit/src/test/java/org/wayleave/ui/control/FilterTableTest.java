package org.wayleave.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.wayleave.ui.testing.FxTest;

@FxTest
class FilterTableTest {
    private record Row(String name, int count) {}

    private final FilterTable<Row> table = new FilterTable<>("rule", "rules");
    private final FilterColumn<Row, String> name = table.text("Name", 10, Row::name);
    private final FilterColumn<Row, Number> count = table.number("Count", 6, 0, Row::count);

    private void fill() {
        table.setRows(
                List.of(new Row("Quiet hours", 190), new Row("Consent", 9870), new Row("=cmd|' /C calc'!A0", -3)));
    }

    @Test
    void aTextFilterFindsPartsInAnyCase() {
        fill();
        name.filterBy("QUIET");
        assertEquals(List.of(new Row("Quiet hours", 190)), List.copyOf(table.shownRows()));
    }

    @Test
    void aNumberFilterUnderstandsComparisons() {
        fill();
        count.filterBy(">= 190");
        assertEquals(2, table.shownRows().size());
        count.filterBy("< 0");
        assertEquals(List.of(new Row("=cmd|' /C calc'!A0", -3)), List.copyOf(table.shownRows()));
    }

    @Test
    void closingTheFilterRowShowsAllRowsAgain() {
        fill();
        table.filteringProperty().set(true);
        name.filterBy("consent");
        assertEquals(1, table.shownRows().size());
        table.filteringProperty().set(false);
        assertEquals(3, table.shownRows().size());
    }

    @Test
    void csvHasAHeaderAndNoFormulas() {
        fill();
        name.sorted(true);
        assertEquals("Name,Count\r\n'=cmd|' /C calc'!A0,-3\r\nConsent,\"9,870\"\r\nQuiet hours,190\r\n", table.toCsv());
    }

    /** A memory that holds what it is told. */
    private static final class Kept implements TableMemory {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void put(String key, String columns) {
            values.put(key, columns);
        }
    }

    private static FilterTable<Row> shown(TableMemory memory) {
        FilterTable<Row> made = new FilterTable<>("rule", "rules");
        made.text("Name", 10, Row::name);
        made.number("Count", 6, 0, Row::count);
        made.text("Id", 6, Row::name).hidden();
        StackPane root = new StackPane(new StackPane(made));
        TableMemory.bind(root, memory);
        new Scene(root, 600, 300);
        root.applyCss();
        root.layout();
        return made;
    }

    @Test
    void orderAndVisibilityOfColumnsOutliveTheTable() {
        Kept kept = new Kept();
        var first = shown(kept).table();
        assertTrue(kept.values.isEmpty());
        first.getColumns().get(2).setVisible(true);
        var moved = first.getColumns().remove(0);
        first.getColumns().add(moved);
        moved.setVisible(false);
        FilterTable<Row> second = shown(kept);
        second.setRows(List.of(new Row("Consent", 9870)));
        assertEquals("Count,Id\r\n\"9,870\",Consent\r\n", second.toCsv());
        assertEquals(
                List.of(true, true, false),
                second.table().getColumns().stream().map(c -> c.isVisible()).toList());
    }

    @Test
    void widthsOfColumnsOutliveTheTable() {
        Kept kept = new Kept();
        kept.put("rules/Count|Id|Name", "Name\t260\tshown\nCount\t338\tshown\nId\t78\thidden");
        assertEquals(260, shown(kept).table().getColumns().getFirst().getWidth(), 4);
    }

    @Test
    void whatWasKeptOfOtherColumnsOrIsNoArrangementChangesNothing() {
        for (String text : List.of("", "x", "Name\t260\tshown", "Name\tNaN\tshown\nCount\t-4\tshown\nId\t9\tshown")) {
            Kept kept = new Kept();
            kept.put("rules/Count|Id|Name", text);
            var columns = shown(kept).table().getColumns();
            assertEquals(
                    List.of(true, true, false),
                    columns.stream().map(c -> c.isVisible()).toList(),
                    text);
            assertEquals(130, columns.getFirst().getPrefWidth(), text);
        }
    }

    @Test
    void whatRoundsToNothingHasNoSign() {
        FilterTable<Double> table = new FilterTable<>("share", "shares");
        table.number("Share", 6, 1, share -> share);
        StackPane root = new StackPane(table);
        new Scene(root, 600, 300);
        table.setRows(List.of(-0.04, -0.06, 0.0, 1234.5, Double.NaN));
        assertEquals("Share\r\n0.0\r\n-0.1\r\n0.0\r\n\"1,234.5\"\r\n–\r\n", table.toCsv());
    }

    @Test
    void aSelectedThingStaysSelectedWhenItsRowHasChanged() {
        fill();
        table.identifiedBy(Row::name);
        table.select(new Row("Quiet hours", 190));
        table.setRows(List.of(new Row("Consent", 9870), new Row("Quiet hours", 191)));
        assertEquals(new Row("Quiet hours", 191), table.selectedProperty().get());
        table.setRows(List.of(new Row("Consent", 9870)));
        assertNull(table.selectedProperty().get());
    }

    @Test
    void theSelectionSurvivesNewRowsThatHoldIt() {
        fill();
        table.select(new Row("Consent", 9870));
        table.setRows(List.of(new Row("Consent", 9870), new Row("Minors", 1)));
        assertEquals(new Row("Consent", 9870), table.selectedProperty().get());
    }
}
