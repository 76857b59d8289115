package org.wayleave.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.disclosure.DisclosureReport;
import org.wayleave.data.quality.drift.DriftReport;
import org.wayleave.data.quality.profile.Finding;
import org.wayleave.data.quality.profile.Severity;
import org.wayleave.data.quality.profile.TableProfile;
import org.wayleave.data.utility.Prediction;
import org.wayleave.data.utility.UtilityReport;

/**
 * All that was measured of a table. No value of a single person is in it.
 *
 * @param profile what the table holds
 * @param drift how it differs from the table it was compared with; null if with none
 * @param utility how much of that table it says too; null if compared with none
 * @param disclosure what it gives away about the people of that table; null if nobody was held out
 */
public record TableExamination(
        TableProfile profile,
        @Nullable DriftReport drift,
        @Nullable UtilityReport utility,
        @Nullable DisclosureReport disclosure) {
    /** Likeness of columns and of pairs from which on a table stands for another. */
    public static final double ALIKE = 0.9;

    /** Loss of area under the curve up to which models learn as well. */
    public static final double LOSS = 0.05;

    private static final int NAMED = 5;

    /** Returns whether something is wrong: a large shift, or something given away. */
    public boolean failed() {
        return verdict().stream().anyMatch(statement -> statement.level() == Statement.Level.BAD);
    }

    /** Returns what a reader should take home, one sentence for each thing that was measured. */
    public List<Statement> verdict() {
        List<Statement> statements = new ArrayList<>();
        statements.add(ofProfile());
        if (drift != null) {
            statements.add(new Statement(
                    "drift",
                    switch (drift.shift()) {
                        case NONE -> Statement.Level.GOOD;
                        case MODERATE -> Statement.Level.CARE;
                        case LARGE -> Statement.Level.BAD;
                    },
                    drift.verdict()));
        }
        if (utility != null) {
            statements.add(ofUtility(utility));
        }
        if (disclosure != null) {
            statements.add(new Statement(
                    "disclosure",
                    disclosure.leaks() ? Statement.Level.BAD : Statement.Level.GOOD,
                    disclosure.verdict()));
        } else if (drift != null) {
            statements.add(new Statement(
                    "disclosure",
                    Statement.Level.CARE,
                    "What the table gives away about single people was not measured: that needs people of the same"
                            + " population who were held out when the table was made. Only what attacks achieve beyond"
                            + " them is the table's fault."));
        }
        return statements;
    }

    private Statement ofProfile() {
        List<String> columns = profile.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .map(Finding::column)
                .distinct()
                .toList();
        if (columns.isEmpty()) {
            return new Statement(
                    "profile",
                    Statement.Level.GOOD,
                    profile.findings().isEmpty()
                            ? "The profile shows nothing to worry about."
                            : "The profile shows things to know, none to worry about.");
        }
        String names = String.join(", ", columns.subList(0, Math.min(NAMED, columns.size())))
                + (columns.size() > NAMED ? " and " + (columns.size() - NAMED) + " more" : "");
        return new Statement(
                "profile",
                Statement.Level.CARE,
                (columns.size() == 1 ? "One column needs" : columns.size() + " columns need") + " a look: " + names
                        + ".");
    }

    private static Statement ofUtility(UtilityReport utility) {
        if (utility.shapes().isEmpty()) {
            return new Statement("utility", Statement.Level.BAD, "The tables share no column.");
        }
        double loss = utility.predictions().stream()
                .mapToDouble((Prediction prediction) ->
                        prediction.original().value() - prediction.there().value())
                .average()
                .orElse(0);
        boolean alike =
                utility.shapeSimilarity() >= ALIKE && utility.pairSimilarity().value() >= ALIKE && loss <= LOSS;
        String pairs = utility.pairs().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", pairs of columns by %.0f %% (%.0f to %.0f)",
                        100 * utility.pairSimilarity().value(),
                        100 * utility.pairSimilarity().low(),
                        100 * utility.pairSimilarity().high());
        return new Statement(
                "utility",
                alike ? Statement.Level.GOOD : Statement.Level.CARE,
                String.format(
                        Locale.ROOT,
                        "Columns are as in the table it stands for by %.0f %%%s: %s.",
                        100 * utility.shapeSimilarity(),
                        pairs,
                        alike
                                ? "good enough to work with"
                                : "what is concluded from it may differ from what the other table says"));
    }
}
