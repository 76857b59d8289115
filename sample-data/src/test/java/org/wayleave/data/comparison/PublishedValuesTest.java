package org.wayleave.data.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.wayleave.data.comparison.DisparateImpact.Group;

/** Values known for published data sets, which {@code .ci/golden} fetches and whose folder it names by the property. */
@EnabledIfSystemProperty(named = PublishedValuesTest.FOLDER, matches = ".+")
class PublishedValuesTest {
    static final String FOLDER = "wayleave.golden";

    @Test
    void carValuesDriftAndDebtRatiosDoNot() throws IOException {
        Table reference = read("synthetic_car_loan_reference.csv");
        Table analysis = read("synthetic_car_loan_analysis.csv");
        assertEquals(50_000, reference.rows().size());
        assertEquals(50_000, analysis.rows().size());
        assertEquals(0.2195, distance(reference, analysis, "car_value"), 5e-5);
        assertEquals(0.0053, distance(reference, analysis, "debt_to_income_ratio"), 5e-5);
    }

    @Test
    void loansAreApprovedLessOftenOutsideTheReferenceGroup() throws IOException {
        Table loans = read("loanapp.csv");
        assertEquals(1989, loans.rows().size());
        DisparateImpact impact = new DisparateImpact(group(loans, 0), group(loans, 1));
        assertEquals(0.7078, impact.protectedGroup().rate(), 5e-5);
        assertEquals(0.9084, impact.reference().rate(), 5e-5);
        assertEquals(0.779, impact.ratio(), 5e-4);
        assertTrue(impact.adverse());
        assertTrue(impact.low() < impact.ratio() && impact.high() > impact.ratio() && impact.high() < 1);
    }

    private static double distance(Table first, Table second, String column) {
        return KolmogorovSmirnov.distance(first.numbers(column), second.numbers(column));
    }

    private static Group group(Table loans, double white) {
        double[] groups = loans.numbers("white");
        double[] approved = loans.numbers("approve");
        int people = 0;
        int favoured = 0;
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] == white) {
                people++;
                favoured += approved[i] == 1 ? 1 : 0;
            }
        }
        return new Group(favoured, people);
    }

    private static Table read(String name) throws IOException {
        Path folder = Path.of(Objects.requireNonNull(System.getProperty(FOLDER)));
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name))) {
            assertFalse(line.contains("\""), name + " quotes no value, so that commas separate columns");
            rows.add(List.of(line.split(",", -1)));
            assertEquals(rows.getFirst().size(), rows.getLast().size(), name + ", line " + rows.size());
        }
        return new Table(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private record Table(List<String> header, List<List<String>> rows) {
        double[] numbers(String column) {
            int at = header.indexOf(column);
            assertTrue(at >= 0, "there is a column " + column);
            return rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.get(at)))
                    .toArray();
        }
    }
}
