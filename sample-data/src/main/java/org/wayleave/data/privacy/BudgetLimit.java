package org.wayleave.data.privacy;

/**
 * How much may be learned of the people in a data set for one purpose, over all releases together.
 *
 * @param epsilon ε, above 0
 * @param delta δ, above 0, below 1; sensible values are far below one over the number of people
 */
public record BudgetLimit(double epsilon, double delta) {
    /** Checks the range. */
    public BudgetLimit {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ε is above 0 and finite, is " + epsilon);
        }
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("δ is above 0 and below 1, is " + delta);
        }
    }

    /** Whether a total stays within. */
    public boolean admits(PrivacyCost total) {
        return total.epsilon(delta) <= epsilon;
    }

    /** The largest loss that can be added to what was spent, if its own δ is 0; 0 where nothing is left. */
    public ZeroConcentrated left(PrivacyCost spent) {
        double delta = this.delta - spent.delta();
        if (delta <= 0) {
            return ZeroConcentrated.NONE;
        }
        return new ZeroConcentrated(Math.max(
                0, ZeroConcentrated.within(epsilon, delta).rho() - spent.loss().rho()));
    }
}
