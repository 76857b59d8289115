package org.wayleave.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;
import org.wayleave.data.token.CanonicalForm;
import org.wayleave.data.token.KeyEpochs;
import org.wayleave.data.token.SimulatedKeys;
import org.wayleave.data.token.Tokeniser;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Catalogue CATALOGUE = Recipe.bundled("retail").catalogue();

    @TempDir
    Path folder = Path.of("");

    private Path file(String name, byte... content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path csv(String text) throws IOException {
        return file("people.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Intake intake(Path file) {
        return new Intake(file, null, IntakeLimits.USUAL);
    }

    private static Table read(Path file) throws IOException {
        return read(file, null);
    }

    private static Table read(Path file, @Nullable Charset charset) throws IOException {
        Intake intake = new Intake(file, charset, IntakeLimits.USUAL);
        return intake.read(intake.preview(CATALOGUE).columns(), null, rows -> {}, () -> false);
    }

    private static IntakeException refused(Path file) {
        return assertThrows(IntakeException.class, () -> read(file));
    }

    private static void refusedAt(long line, int column, String says, Path file) {
        IntakeException refusal = refused(file);
        assertTrue(String.valueOf(refusal.getMessage()).contains(says), () -> String.valueOf(refusal.getMessage()));
        assertEquals(line, refusal.line(), refusal.getMessage());
        assertEquals(column, refusal.column(), refusal.getMessage());
    }

    private static Column column(Table table, String name) {
        Column column = table.column(name);
        if (column == null) {
            throw new AssertionError("no column " + name);
        }
        return column;
    }

    @Test
    void columnsAreGuessedAndRead() throws IOException {
        Path file = csv("age;spend;joined;city\n31;12.5;2024-02-29;Bern\n;7;2025-01-01;\"Aix; south\"\n");
        List<ColumnPlan> plans = intake(file).preview(CATALOGUE).columns();
        assertEquals(
                List.of(ColumnKind.WHOLE, ColumnKind.NUMBER, ColumnKind.DAY, ColumnKind.CATEGORY),
                plans.stream().map(ColumnPlan::kind).toList());
        Table table = read(file);
        assertEquals(2, table.rows());
        assertTrue(column(table, "age").missing(1));
        assertEquals("2024-02-29", column(table, "joined").text(0));
        assertEquals("Aix; south", column(table, "city").text(1));
    }

    @Test
    void aColumnNamedAsADataElementIsMappedToIt() throws IOException {
        String element = CATALOGUE.dataElements().keySet().iterator().next();
        List<ColumnPlan> plans =
                intake(csv(element + ",x\n1,2\n")).preview(CATALOGUE).columns();
        assertEquals(element, plans.getFirst().dataElement());
        assertEquals("", plans.get(1).dataElement());
    }

    @Test
    void directIdentifiersAreRefusedUntilTheUserDecides() throws IOException {
        Path file = csv("contact,spend\nana@example.org,3\nbo@example.org,4\n");
        assertTrue(String.valueOf(refused(file).getMessage()).contains("contact"));
        Intake intake = intake(file);
        List<ColumnPlan> plans = intake.preview(CATALOGUE).columns();
        Tokeniser tokeniser = new Tokeniser(
                new SimulatedKeys("test"),
                new KeyEpochs(NOW, java.time.Duration.ofDays(30), java.time.Duration.ofDays(1)),
                new CanonicalForm(null));
        Table table = intake.read(
                List.of(plans.getFirst().treated(Treatment.TOKENISE), plans.get(1)),
                tokeniser,
                rows -> {},
                () -> false);
        assertTrue(column(table, "contact").text(0).startsWith("email-1-"));
        assertFalse(column(table, "contact").text(0).contains("ana"));
    }

    @Test
    void anIdentifierThatTurnsUpLateIsRefusedWhereItStands() throws IOException {
        StringBuilder text = new StringBuilder("remark,spend\n");
        for (int i = 0; i < 6000; i++) {
            text.append(i % 2 == 0 ? "fine,1\n" : "late,2\n");
        }
        text.append("ask ana@example.org,3\n");
        refusedAt(6002, 1, "e-mail address", csv(text.toString()));
    }

    @Test
    void brokenQuotingIsRefusedWhereItStands() throws IOException {
        refusedAt(2, 2, "not quoted", csv("a,b\n1,x\"y\n"));
        refusedAt(3, 2, "closing quote", csv("a,b\n1,2\n3,\"x\"y\n"));
        refusedAt(2, 2, "not closed", csv("a,b\n1,\"never\n2,closed\n"));
        refusedAt(3, 1, "ends after", csv("a,b\n1,2\n3\n"));
        refusedAt(3, 3, "more values", csv("a,b\n1,2\n3,4,5\n"));
    }

    @Test
    void linesAreCountedAcrossLineBreaksInsideQuotesAndForeignLineEnds() throws IOException {
        refusedAt(4, 2, "not quoted", csv("a,b\r\n\"x\r\ny\",2\r\n3,z\"\r\n"));
        refusedAt(3, 2, "not quoted", csv("a,b\r1,2\r3,z\"\r"));
    }

    @Test
    void marksOfByteOrderSayTheEncoding() throws IOException {
        String text = "city\nZürich\nBern\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            assertEquals(
                    "Zürich",
                    column(read(file("bom.csv", ("\ufeff" + text).getBytes(charset))), "city")
                            .text(0));
        }
    }

    @Test
    void otherEncodingsAreToldAndReadOnceNamed() throws IOException {
        Path latin = file("latin.csv", "city,n\nBern,1\nZürich,2\n".getBytes(StandardCharsets.ISO_8859_1));
        refusedAt(3, 1, "UTF-8", latin);
        assertEquals(
                "Zürich",
                column(read(latin, StandardCharsets.ISO_8859_1), "city").text(1));
        refusedAt(1, 1, "UTF-16", file("utf16.csv", "city,n\nBern,1\n".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void tooManyColumnsAndBadHeadersAreRefused() throws IOException {
        StringBuilder wide = new StringBuilder("c0");
        for (int i = 1; i < 10_000; i++) {
            wide.append(",c").append(i);
        }
        refusedAt(1, 1001, "10000 columns", csv(wide + "\n"));
        refusedAt(1, 3, "column 1", csv("age,spend,Age\n1,2,3\n"));
        refusedAt(1, 2, "no name", csv("age,\n1,2\n"));
        refusedAt(1, 1, "no header", csv(""));
        refusedAt(2, 1, "no row", csv("age,spend\n"));
        refusedAt(1, 1, "calculate", csv("=cmd(),b\n1,2\n"));
    }

    @Test
    void formulasAreRefused() throws IOException {
        refusedAt(3, 2, "calculate", csv("a,b\n1,x\n2,\"=HYPERLINK(\"\"x\"\")\"\n"));
        refusedAt(2, 2, "calculate", csv("a,b\n1,@SUM(A1)\n2,x\n"));
        refusedAt(2, 2, "calculate", csv("a,b\n1,+cmd|x\n2,x\n"));
        assertEquals("-", column(read(csv("a,b\n1,-\n2,x\n")), "b").text(0));
        assertEquals("-4", column(read(csv("a,b\n1,-4\n2,5\n")), "b").text(0));
    }

    @Test
    void whatIsNoFiniteNumberIsRefused() throws IOException {
        refusedAt(3, 2, "finite", csv("a,b\n1,2\n2,NaN\n"));
        refusedAt(2, 2, "finite", csv("a,b\n1,-Infinity\n2,4\n"));
        refusedAt(2, 2, "too large", csv("a,b\n1,1e999\n2,4.5\n"));
    }

    @Test
    void daysOfOtherCalendarsAreRefused() throws IOException {
        refusedAt(3, 1, "calendars", csv("day,b\n2024-02-29,1\n1445-08-19,2\n"));
        refusedAt(3, 1, "calendars", csv("day,b\n2024-02-29,1\n2567-02-29,2\n"));
        refusedAt(2, 1, "calendars", csv("day,b\n2023-02-29,1\n2024-01-01,2\n"));
        StringBuilder late = new StringBuilder("day,b\n");
        for (int i = 0; i < 5000; i++) {
            late.append("2024-01-01,1\n");
        }
        refusedAt(5002, 1, "no date", csv(late + "令和6年3月2日,1\n"));
    }

    @Test
    void enormousFieldsAreRefused() throws IOException {
        refusedAt(2, 2, "characters", csv("a,b\n1," + "x".repeat(20_000) + "\n"));
        refusedAt(2, 1, "characters", csv("a,b\n\"" + "x\n".repeat(20_000)));
        refusedAt(1, 1, "200 characters", csv("x".repeat(300) + ",b\n1,2\n"));
        refusedAt(2, 2, "control character", csv("a,b\n1,x\u0001y\n2,z\n"));
    }

    private static byte[] gzip(byte[] text, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                out.write(text);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void compressedFilesAreReadAndBombsAreNot() throws IOException {
        byte[] good = gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), 1);
        assertEquals(1, read(file("good.csv.gz", good)).rows());
        // A first row, then 80 MiB of empty lines that pack into less than a hundred kilobytes.
        byte[] block = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), 1));
        bomb.write(gzip(block, 80));
        IntakeException refusal = refused(file("bomb.csv.gz", bomb.toByteArray()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("unpacks"), refusal.getMessage());
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 9);
        assertTrue(String.valueOf(refused(file("cut.csv.gz", cut)).getMessage()).contains("damaged"));
        assertTrue(String.valueOf(refused(file("x.csv", "PK\3\4zip".getBytes(StandardCharsets.UTF_8)))
                        .getMessage())
                .contains("ZIP"));
    }

    @Test
    void aDataSetIsKeptAndReadAgain() throws IOException {
        Path file = csv("city,\"weird \"\" name\",spend\nBern,a,1.5\n,b,\nZürich,a,3\n");
        Intake intake = intake(file);
        List<ColumnPlan> plans = intake.preview(CATALOGUE).columns();
        DatasetFolder datasets = new DatasetFolder(folder.resolve("datasets"), Clock.fixed(NOW, ZoneOffset.UTC));
        Table table = intake.read(plans, null, rows -> {}, () -> false);
        Dataset kept = datasets.add("people", file, plans, table);
        assertEquals(List.of(kept), datasets.list());
        Table again = datasets.table(datasets.get("people"));
        for (int row = 0; row < 3; row++) {
            for (Column column : table.columns()) {
                assertEquals(column.text(row), column(again, column.name()).text(row));
            }
        }
        assertThrows(IntakeException.class, () -> datasets.add("people", file, plans, table));
        assertThrows(IntakeException.class, () -> datasets.add("../people", file, plans, table));
        try (var files = Files.list(folder.resolve("datasets"))) {
            assertEquals(2, files.count());
        }
        datasets.remove("people");
        assertEquals(List.of(), datasets.list());
    }

    @Test
    void aCancelledReadKeepsNothing() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        text.append("1,2\n".repeat(5000));
        Intake intake = intake(csv(text.toString()));
        List<ColumnPlan> plans = intake.preview(CATALOGUE).columns();
        assertThrows(CancellationException.class, () -> intake.read(plans, null, rows -> {}, () -> true));
    }

    @Test
    void parquetIsReadAndItsNestedColumnsAreRefused() throws Exception {
        Path file = folder.resolve("it's.parquet");
        parquet(
                file,
                "SELECT 3 AS n, 2.5 AS x, 'Bern' AS city, DATE '2024-02-29' AS day, true AS flag, NULL AS nothing");
        Table table = read(file);
        assertEquals(5, table.columns().size());
        assertEquals("2024-02-29", column(table, "day").text(0));
        assertEquals(2.5, ((NumberColumn) column(table, "x")).value(0));
        Path nested = folder.resolve("nested.parquet");
        parquet(nested, "SELECT 1 AS n, [1, 2] AS list");
        refusedAt(1, 2, "list", nested);
        Path nan = folder.resolve("nan.parquet");
        parquet(nan, "SELECT x FROM (VALUES (1.5::DOUBLE), ('NaN'::DOUBLE)) t(x)");
        refusedAt(2, 1, "finite", nan);
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(file), 80));
        assertTrue(String.valueOf(refused(cut).getMessage()).contains("Parquet"));
    }

    private static void parquet(Path file, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
    }

    @Test
    void theDatabaseReachesNoOtherFile() throws Exception {
        Path allowed = folder.resolve("a.parquet");
        Path other = folder.resolve("b.parquet");
        parquet(allowed, "SELECT 1 AS n");
        parquet(other, "SELECT 2 AS n");
        try (var connection = ClosedDuckDb.reading(allowed);
                Statement statement = connection.createStatement()) {
            assertTrue(statement.execute("SELECT * FROM read_parquet('" + allowed + "')"));
            assertThrows(
                    java.sql.SQLException.class,
                    () -> statement.execute("SELECT * FROM read_parquet('" + other + "')"));
            assertThrows(
                    java.sql.SQLException.class,
                    () -> statement.execute("COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'"));
            assertThrows(java.sql.SQLException.class, () -> statement.execute("SET enable_external_access = true"));
            assertThrows(java.sql.SQLException.class, () -> statement.execute("INSTALL httpfs"));
        }
    }
}
