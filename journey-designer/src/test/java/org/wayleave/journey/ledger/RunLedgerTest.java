package org.wayleave.journey.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;

class RunLedgerTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsWrittenReadsBackWithTheSameHash() {
        Path file = folder.resolve("run.duckdb");
        List<DecisionRow> rows = rows(500);
        LedgerHash hash = new LedgerHash();
        rows.forEach(hash::add);
        String value = hash.value();
        write(file, rows, RunLedger.COMPLETE, value);
        try (RunLedger ledger = RunLedger.open(file)) {
            assertEquals(500, ledger.size());
            assertEquals(value, ledger.hash());
            assertEquals(value, ledger.facts().get(RunLedger.HASH));
            assertEquals(RunLedger.COMPLETE, ledger.facts().get(RunLedger.STATE));
            assertEquals("win-back", ledger.facts().get("journey"));
            assertEquals(List.of(rows.get(14), rows.get(15)), ledger.decisions(7));
        }
    }

    @Test
    void blockedPeopleAreFoundByRuleAndPaged() {
        Path file = folder.resolve("run.duckdb");
        write(file, rows(100), RunLedger.COMPLETE, "sha256:0");
        try (RunLedger ledger = RunLedger.open(file)) {
            List<BlockedPerson> all = ledger.blocked("offer", "cap-day", 0, 1000);
            assertEquals(20, all.size());
            List<BlockedPerson> paged = new ArrayList<>(ledger.blocked("offer", "cap-day", 0, 7));
            paged.addAll(ledger.blocked("offer", "cap-day", 7, 100));
            assertEquals(all, paged);
            assertEquals(List.of(), ledger.blocked("offer", "cap", 0, 10));
            assertEquals(Map.of("cap-day", 20L, "minors", 20L), ledger.blockedByRule("offer"));
            assertThrows(IllegalArgumentException.class, () -> ledger.blocked("offer", null, -1, 10));
        }
    }

    @Test
    void aSampleHasTheFirstPeopleOfEachOutcome() {
        Path file = folder.resolve("run.duckdb");
        write(file, rows(10), RunLedger.COMPLETE, "sha256:0");
        try (RunLedger ledger = RunLedger.open(file)) {
            assertEquals(Map.of(Outcome.HELD, List.of(0, 2), Outcome.SILENCE, List.of(1, 3)), ledger.sample(2));
        }
    }

    @Test
    void aRunThatIsNotFinishedSaysSo() {
        Path file = folder.resolve("run.duckdb");
        try (LedgerWriter writer = new LedgerWriter(file, Map.of())) {
            writer.append(rows(10), List.of());
        }
        try (RunLedger ledger = RunLedger.open(file)) {
            assertEquals(RunLedger.INCOMPLETE, ledger.facts().get(RunLedger.STATE));
            assertFalse(ledger.facts().containsKey(RunLedger.HASH));
        }
    }

    @Test
    void noRunWritesOverAnother() throws Exception {
        Path file = folder.resolve("run.duckdb");
        Files.writeString(file, "mine");
        LedgerException refused = assertThrows(LedgerException.class, () -> new LedgerWriter(file, Map.of()));
        assertTrue(String.valueOf(refused.getMessage()).contains("exists already"));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aMissingOrForeignFileIsOneClearLine() throws Exception {
        Path missing = folder.resolve("none.duckdb");
        assertThrows(LedgerException.class, () -> RunLedger.open(missing));
        Path foreign = folder.resolve("foreign.duckdb");
        Files.writeString(foreign, "this is no database, only some text that is long enough to be looked at");
        LedgerException refused = assertThrows(LedgerException.class, () -> RunLedger.open(foreign));
        assertFalse(String.valueOf(refused.getMessage()).contains("\n"));
    }

    @Test
    void exportedTextIsNoFormula() throws Exception {
        Path file = folder.resolve("run.duckdb");
        DecisionRow evil = new DecisionRow(
                1, 0, 0, "=1+1", 0, RungKind.SILENCE, "", "", "", "", Outlet.DENIED, "", 1, "@sum(a)", "", "");
        write(file, List.of(evil), RunLedger.COMPLETE, "sha256:0");
        Path csv = folder.resolve("it's.csv");
        Path parquet = folder.resolve("out.parquet");
        try (RunLedger ledger = RunLedger.open(file)) {
            ledger.exportCsv(csv);
            ledger.exportParquet(parquet);
        }
        List<String> lines = Files.readAllLines(csv);
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).contains(",'=1+1,"), lines.get(1));
        assertTrue(lines.get(1).contains("'@sum(a)"), lines.get(1));
        assertTrue(lines.get(1).startsWith("p000001,0,1970-01-01T00:00:00.000Z,"), lines.get(1));
        assertEquals("PAR1", new String(Files.readAllBytes(parquet), 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void everyFieldAndEveryBorderBetweenFieldsCounts() {
        DecisionRow row = rows(1).getFirst();
        String hash = hash(row);
        assertNotEquals(hash, hash(row(row, "offer", "a,b", "")));
        assertNotEquals(hash(row(row, "offer", "a", "b")), hash(row(row, "offer", "", "ab")));
        assertNotEquals(hash(row(row, "x", "", "")), hash(row(row, "y", "", "")));
    }

    private static DecisionRow row(DecisionRow like, String step, String rules, String denials) {
        return new DecisionRow(
                like.person(),
                like.sequence(),
                like.time(),
                step,
                like.visit(),
                like.rung(),
                like.action(),
                like.channel(),
                like.purpose(),
                like.topic(),
                like.outlet(),
                like.arm(),
                like.propensity(),
                rules,
                denials,
                like.model());
    }

    private static String hash(DecisionRow row) {
        LedgerHash hash = new LedgerHash();
        hash.add(row);
        return hash.value();
    }

    private static void write(Path file, List<DecisionRow> rows, String state, String hash) {
        List<PersonRow> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(new PersonRow(
                    i, "25-34", 1000L * i, i % 2 == 0 ? Outcome.HELD : Outcome.SILENCE, null, i, 1.5, 1, false));
        }
        try (LedgerWriter writer = new LedgerWriter(file, Map.of("journey", "win-back"))) {
            int half = rows.size() / 2;
            writer.append(rows.subList(0, half), people);
            writer.append(rows.subList(half, rows.size()), List.of());
            writer.finish(state, hash);
        }
    }

    private static List<DecisionRow> rows(int count) {
        List<DecisionRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean denied = i % 5 == 0;
            rows.add(new DecisionRow(
                    i / 2,
                    i % 2,
                    1_772_438_400_000L + i * 1001L,
                    "offer",
                    i % 2,
                    denied ? RungKind.GENERIC : RungKind.PERSONALISED,
                    "offer/é" + i,
                    "email",
                    "marketing",
                    "offers",
                    Outlet.GRANTED,
                    "treated",
                    0.9,
                    denied ? "cap-day,minors" : "",
                    denied ? "personalised=cap-day,minors" : "",
                    ""));
        }
        return rows;
    }
}
