package org.wayleave.data.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.workspace.json.CanonicalJson;

class PeopleExportTest {
    private final PersonGenerator generator =
            new PersonGenerator(Recipe.bundled("retail"), 3, Instant.parse("2026-03-02T00:00:00Z"), 10);
    private final PeopleExport export = new PeopleExport(generator);

    @Test
    void aPersonsJsonIsAlreadyInCanonicalForm() {
        PersonJson json = new PersonJson(generator.recipe(), generator.asOf());
        for (int i = 0; i < 60; i++) {
            String text = json.text(generator.person(i));
            assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), CanonicalJson.bytes(text));
        }
    }

    @Test
    void jsonHoldsNothingFromAfterTheMomentOfObservation() {
        PersonJson json = new PersonJson(generator.recipe(), generator.asOf());
        for (int i = 0; i < 200; i++) {
            String text = json.text(generator.person(i));
            assertFalse(text.contains("\"2026-03-0") && text.matches(".*\"2026-(0[4-9]|03-(0[2-9]|[1-3])).*"), text);
        }
    }

    @Test
    void csvHasARowForEachPersonAndAsManyCellsAsTheHeader() throws IOException {
        StringWriter text = new StringWriter();
        export.csv(5, 20, text);
        List<String> lines = text.toString().lines().toList();
        assertEquals(21, lines.size());
        int columns = lines.getFirst().split(",", -1).length;
        for (String line : lines) {
            assertEquals(columns, line.split(",", -1).length);
        }
        assertTrue(lines.get(1).startsWith("p000005,true,retail@2,3,"));
    }

    @Test
    void cellsThatASpreadsheetWouldCalculateAreGuarded() {
        assertEquals("'=1+1", CsvCell.of("=1+1"));
        assertEquals("'@SUM(A1)", CsvCell.of("@SUM(A1)"));
        assertEquals("'-2", CsvCell.of("-2"));
        assertEquals("\"'+a,b\"", CsvCell.of("+a,b"));
        assertEquals("\"say \"\"no\"\"\"", CsvCell.of("say \"no\""));
        assertEquals("plain", CsvCell.of("plain"));
    }

    @Test
    void aCancelledExportLeavesNoFile(@TempDir Path folder) throws IOException {
        int[] indexes = {0, 1, 2, 3};
        assertFalse(export.toFile(folder.resolve("people.csv"), indexes, written -> {}, () -> true));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aFileIsWrittenByItsName(@TempDir Path folder) throws IOException {
        int[] last = {0};
        assertTrue(export.toFile(folder.resolve("p.ndjson"), new int[] {4, 9}, n -> last[0] = n, () -> false));
        List<String> lines = Files.readAllLines(folder.resolve("p.ndjson"));
        assertEquals(2, lines.size());
        assertEquals(2, last[0]);
        assertTrue(lines.get(1).contains("\"id\":\"p000009\""));
    }
}
