package org.wayleave.data.conformance;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Nonconformity;
import org.wayleave.data.catalogue.Nonconformity.Reason;

class ConformanceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private final Recipe recipe = Recipe.bundled("retail");
    private final Catalogue catalogue = recipe.catalogue();
    private final PersonGenerator generator = new PersonGenerator(recipe, 5, NOW, 30);

    @TempDir
    Path folder;

    @Test
    void everyMistakeIsCaughtForItsReasonAndNothingElseIs() {
        PopulationConformance.Outcome outcome = new PopulationConformance(generator, catalogue, new Mistakes(1, 0.02))
                .check(2000, i -> {}, () -> false);
        assertEquals(0, outcome.falseAlarms());
        assertEquals(6, outcome.made().size());
        assertEquals(outcome.made(), outcome.caught());
        outcome.made().forEach((reason, count) -> assertTrue(count > 50, reason + " " + count));
        assertEquals(
                outcome.made().values().stream().mapToLong(Long::longValue).sum(),
                outcome.report().broken());
    }

    @Test
    void withoutMistakesNoEventBreaksItsContract() {
        PopulationConformance.Outcome outcome =
                new PopulationConformance(generator, catalogue, new Mistakes(1, 0)).check(300, i -> {}, () -> false);
        assertEquals(0, outcome.report().broken());
        assertTrue(outcome.report().checked() > 3000);
    }

    @Test
    void aCancelledCheckIsAboutThePeopleSoFar() {
        PopulationConformance.Outcome outcome =
                new PopulationConformance(generator, catalogue, new Mistakes(1, 0)).check(300, i -> {}, () -> true);
        assertEquals(0, outcome.people());
    }

    @Test
    void timesAreJudgedByTheArrival() {
        ConformanceTally tally = new ConformanceTally(catalogue);
        Map<String, Object> fields = Map.of(
                "time", "2026-03-01T12:00:00Z", "person", "login-1-0a", "category", "shoes", "product", "shoes-001");
        assertEquals(List.of(), reasons(tally.add("view", fields, Instant.parse("2026-03-02T11:00:00Z"), "a")));
        assertEquals(
                List.of(Reason.LATE), reasons(tally.add("view", fields, Instant.parse("2026-03-02T13:00:00Z"), "b")));
        assertEquals(
                List.of(Reason.FUTURE), reasons(tally.add("view", fields, Instant.parse("2026-03-01T11:00:00Z"), "c")));
        assertEquals(List.of(), reasons(tally.add("view", fields, Instant.parse("2026-03-01T11:56:00Z"), "d")));
        assertEquals(List.of(Reason.NO_CONTRACT), reasons(tally.add("wave", fields, NOW, "e")));
        ConformanceReport report = tally.report();
        assertEquals(5, report.checked());
        assertEquals(3, report.broken());
        assertEquals(1, report.count(Reason.LATE));
        assertEquals("wave", report.contracts().getLast().event());
    }

    @Test
    void directIdentifiersAreNamedAndNeverRepeated() {
        ConformanceTally tally = new ConformanceTally(catalogue);
        List<Nonconformity> found = tally.add(
                "search",
                Map.of("time", NOW.toString(), "person", "ada@example.org", "category", "shoes"),
                NOW,
                "line 1");
        assertEquals(List.of(Reason.DIRECT_PII), reasons(found));
        assertTrue(found.getFirst().sentence().contains("e-mail address"));
        assertTrue(!found.getFirst().sentence().contains("ada"));
    }

    @Test
    void aFileOfEventsIsCheckedLineByLine() throws IOException {
        Path file = folder.resolve("events.ndjson");
        Files.writeString(file, """
            {"event":"unsubscribe","arrived":"2026-03-01T00:00:10Z","fields":{"time":"2026-03-01T00:00:00Z","person":"login-1-0a"}}

            {"event":"unsubscribe","arrived":"2026-03-01T00:00:10Z","fields":{"time":"2026-03-01T00:00:00Z"}}
            """);
        ConformanceReport report = new EventLines(catalogue, NOW).check(file, line -> {}, () -> false);
        assertEquals(2, report.checked());
        assertEquals(1, report.count(Reason.MISSING_FIELD));
        ConformanceReport.ContractRow row = report.contracts().stream()
                .filter(one -> one.event().equals("unsubscribe"))
                .findFirst()
                .orElseThrow();
        assertEquals("line 3", row.samples().getFirst().place());
    }

    @Test
    void aBrokenFileIsRefusedWithLineAndColumn() throws IOException {
        refused("{\"event\":\"view\",\"fields\":{}}\n{\"event\":", "line 2, column");
        refused("{\"event\":3,\"fields\":{}}", "line 1 needs a text \"event\"");
        refused("{\"event\":\"view\",\"fields\":{\"a\":[1]}}", "the field a must be a text");
        refused("{\"event\":\"view\",\"arrived\":\"today\",\"fields\":{}}", "\"arrived\" must be a UTC time");
        refused("{\"event\":\"" + "x".repeat(70_000) + "\",\"fields\":{}}", "longer than 64 KiB");
        Path latin = folder.resolve("latin.ndjson");
        Files.write(latin, "{\"event\":\"caf\u00e9\",\"fields\":{}}".getBytes(StandardCharsets.ISO_8859_1));
        String message = requireNonNull(assertThrows(
                        EventFileException.class,
                        () -> new EventLines(catalogue, NOW).check(latin, line -> {}, () -> false))
                .getMessage());
        assertTrue(message.contains("not UTF-8"), message);
    }

    private void refused(String text, String expected) throws IOException {
        Path file = folder.resolve("broken.ndjson");
        Files.writeString(file, text);
        String message = requireNonNull(assertThrows(
                        EventFileException.class,
                        () -> new EventLines(catalogue, NOW).check(file, line -> {}, () -> false))
                .getMessage());
        assertTrue(message.contains(expected), message);
    }

    private static List<Reason> reasons(List<Nonconformity> found) {
        return found.stream().map(Nonconformity::reason).toList();
    }
}
