package org.wayleave.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.ui.testing.FxTest;

@FxTest
class FilterTableTest {
    private record Row(String name, int count) {}

    private final FilterTable<Row> table = new FilterTable<>("rules");
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

    @Test
    void theSelectionSurvivesNewRowsThatHoldIt() {
        fill();
        table.select(new Row("Consent", 9870));
        table.setRows(List.of(new Row("Consent", 9870), new Row("Minors", 1)));
        assertEquals(new Row("Consent", 9870), table.selectedProperty().get());
    }
}
