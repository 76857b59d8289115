package org.wayleave.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.Table;

/** Seeded files of all kinds are taken in whole or refused with a place; nothing else happens. */
class IntakeFuzzTest {
    private static final int FILES = 1500;
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            "\r",
            "a",
            "1",
            "-4.5",
            "NaN",
            "inf",
            "=1+1",
            "@x",
            "1e400",
            "",
            "2024-02-29",
            "1445-08-19",
            "令和6年",
            "\u0000",
            "\u0001",
            "ü",
            "\ud83d\ude00",
            "ana@example.org",
            "+41 44 668 18 00",
            "4111111111111111",
            "NULL",
            " ",
            "'",
            "\\",
            "x".repeat(300),
            "\ufeff");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFileIsTakenInWholeOrRefusedWithAPlace() throws IOException {
        Catalogue catalogue = Recipe.bundled("retail").catalogue();
        SplittableRandom random = new SplittableRandom(5);
        DatasetFolder datasets = new DatasetFolder(folder.resolve("datasets"), InstantSource.system());
        Path file = folder.resolve("fuzz.csv");
        int taken = 0;
        int placed = 0;
        for (int i = 0; i < FILES; i++) {
            Files.write(file, bytes(random, i));
            String id = "set-" + i;
            try {
                Intake intake = new Intake(file, null, IntakeLimits.USUAL);
                List<ColumnPlan> plans = intake.preview(catalogue).columns();
                Table table = intake.read(plans, null, rows -> {}, () -> false);
                List<ColumnPlan> kept = plans.stream()
                        .filter(plan -> plan.treatment() == Treatment.KEEP)
                        .toList();
                for (Column column : table.columns()) {
                    for (int row = 0; row < table.rows(); row++) {
                        assertTrue(!Cells.calculates(column.text(row)), column.text(row));
                    }
                }
                if (taken++ % 40 == 0) {
                    assertEquals(
                            table.rows(),
                            datasets.table(datasets.add(id, file, kept, table)).rows());
                    datasets.remove(id);
                }
            } catch (IntakeException refused) {
                assertTrue(refused.getMessage() != null && refused.getMessage().length() > 20);
                assertEquals(List.of(), datasets.list());
                placed += refused.line() > 0 && refused.column() > 0 ? 1 : 0;
            }
        }
        assertTrue(taken > FILES / 50, "taken in: " + taken);
        assertTrue(placed > FILES / 3, "refused with a place: " + placed);
    }

    private static byte[] bytes(SplittableRandom random, int kind) {
        if (kind % 5 == 0) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder text = new StringBuilder("a,b,c\n");
        int rows = random.nextInt(1, 8);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < 3; i++) {
                text.append(i > 0 ? "," : "")
                        .append(random.nextInt(10) == 0 ? pieces(random) : "v" + random.nextInt(3));
            }
            text.append('\n');
        }
        byte[] good = text.toString().getBytes(StandardCharsets.UTF_8);
        if (kind % 5 == 1 && good.length > 0) {
            good[random.nextInt(good.length)] = (byte) random.nextInt(256);
        }
        return good;
    }

    private static String pieces(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
