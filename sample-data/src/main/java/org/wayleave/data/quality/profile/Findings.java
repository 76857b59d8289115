package org.wayleave.data.quality.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wayleave.data.utility.Estimate;

/** Says what of a profile a reader should know. */
final class Findings {
    private static final double MISSED = 0.05;
    private static final double MISSED_OFTEN = 0.2;
    private static final double BEYOND = 0.01;
    private static final double RARE = 0.05;
    private static final double UNIQUE = 0.5;
    private static final int ENOUGH = 50;

    private Findings() {}

    static List<Finding> of(int rows, List<ColumnProfile> columns, int singleRows) {
        List<Finding> findings = new ArrayList<>();
        for (ColumnProfile column : columns) {
            if (column.present() == 0) {
                findings.add(new Finding("empty", Severity.WARNING, column.name(), "No row has a value."));
                continue;
            }
            missing(column, findings);
            if (column.distinct() == 1 && column.present() > 1) {
                findings.add(new Finding(
                        "constant",
                        Severity.NOTE,
                        column.name(),
                        "Every row that has a value has the same one; the column tells nothing apart."));
            }
            switch (column) {
                case NumberProfile numbers -> outliers(numbers, findings);
                case CategoryProfile categories -> rare(categories, findings);
            }
        }
        if (rows >= ENOUGH && Estimate.share(singleRows, rows).low() > UNIQUE) {
            findings.add(new Finding(
                    "single-rows",
                    Severity.NOTE,
                    "",
                    percent(Estimate.share(singleRows, rows))
                            + " of the rows are the only ones with their values: who knows these of a person finds the"
                            + " row. Names and numbers left out do not make the table anonymous."));
        }
        return findings;
    }

    private static void missing(ColumnProfile column, List<Finding> findings) {
        Estimate share = column.missingShare();
        if (share.low() > MISSED) {
            findings.add(new Finding(
                    "missing",
                    share.low() > MISSED_OFTEN ? Severity.WARNING : Severity.NOTE,
                    column.name(),
                    percent(share) + " of the rows have no value. Ask why before a model learns from the others: those"
                            + " who say nothing are seldom like those who do."));
        }
    }

    private static void outliers(NumberProfile column, List<Finding> findings) {
        Outliers outliers = column.outliers();
        if (outliers != null && outliers.share().low() > BEYOND) {
            findings.add(new Finding(
                    "outliers",
                    Severity.NOTE,
                    column.name(),
                    percent(outliers.share())
                            + " of the numbers lie beyond the outer fences, three interquartile ranges from the"
                            + " quartiles. Look for wrong units and for people who stand out."));
        }
    }

    private static void rare(CategoryProfile column, List<Finding> findings) {
        if (column.present() >= ENOUGH && column.distinct() > UNIQUE * column.present()) {
            findings.add(new Finding(
                    "nearly-unique",
                    Severity.WARNING,
                    column.name(),
                    "More than half of the rows have a text of their own: it points at people like a number of theirs."
                            + " Leave the column out."));
        } else if (column.rareRows() > 0 && column.rows() >= ENOUGH) {
            findings.add(new Finding(
                    "rare-levels",
                    column.rareShare().low() > RARE ? Severity.WARNING : Severity.NOTE,
                    column.name(),
                    (column.rareLevels() == 1 ? "One value has" : column.rareLevels() + " values have")
                            + " fewer than " + TableProfile.LEAST + " rows"
                            + (column.rareLevels() == 1 ? "" : " each") + ", "
                            + "together " + percent(column.rareShare())
                            + " of those with a value. Such a value can point at a person: put rare ones together"
                            + " before the table goes on."));
        }
    }

    private static String percent(Estimate share) {
        return String.format(
                Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }
}
