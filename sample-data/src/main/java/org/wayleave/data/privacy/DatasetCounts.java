package org.wayleave.data.privacy;

import java.util.Map;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.Table;

/** Counts of people by what a column says, for release from a data set in which each row is one person. */
public final class DatasetCounts {
    /** Part of the δ of a budget that one release takes for the chance that a rare group is shown. */
    private static final double PART_OF_DELTA = 0.1;

    private final PrivacyBudget budget;
    private final RandomBits bits;

    /**
     * What was released.
     *
     * @param counts people by group, with noise; groups below the threshold are not in it
     * @param sigma standard deviation of the noise
     * @param threshold noisy count from which a group is shown
     * @param cost what it cost
     * @param balance the budget afterwards
     */
    public record Release(
            Map<String, Long> counts, double sigma, long threshold, PrivacyCost cost, PrivacyBudget.Balance balance) {
        /** Where ninety-five of a hundred true counts lie from the released ones, in people. */
        public double margin() {
            return 1.96 * sigma;
        }
    }

    /** Releases counts and pays for them; the bits should be {@link RandomBits#secure()} where rows are people who exist. */
    public DatasetCounts(PrivacyBudget budget, RandomBits bits) {
        this.budget = budget;
        this.bits = bits;
    }

    /**
     * Pays for and returns counts.
     *
     * @param table each row one person
     * @param column of categories; people of whom it says nothing are not counted
     * @param epsilon what the release may cost at most, at the δ of the budget
     * @throws BudgetExceededException if the budget has less left; nothing is released then
     * @throws IllegalArgumentException if the column is one of numbers, or ε is out of range
     */
    public Release release(String dataset, String purpose, Table table, String column, double epsilon) {
        Column found = table.column(column);
        if (!(found instanceof CategoryColumn groups)) {
            throw new IllegalArgumentException(
                    found == null
                            ? "there is no column " + column
                            : "column " + column + " holds numbers; only categories can be counted");
        }
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ε must be a number above 0");
        }
        GroupedTotals totals = new GroupedTotals(ContributionBounds.counts(1), bits);
        for (int row = 0; row < groups.rows(); row++) {
            if (!groups.missing(row)) {
                totals.add(Map.of(groups.text(row), 1L));
            }
        }
        double delta = budget.balance(dataset, purpose).limit().delta();
        double own = delta * PART_OF_DELTA;
        double sigma = totals.sigmaFor(ZeroConcentrated.within(epsilon, delta - own));
        PrivacyCost cost = totals.costOfCommonCounts(sigma, own);
        PrivacyBudget.Balance balance = budget.spend(dataset, purpose, "People by " + column, cost);
        return new Release(
                totals.releaseCommonCounts(sigma, own, bits), sigma, totals.threshold(sigma, own), cost, balance);
    }
}
