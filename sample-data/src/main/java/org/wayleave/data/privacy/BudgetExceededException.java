package org.wayleave.data.privacy;

import java.util.Locale;

/** A release would cost more than is left; nothing was spent. */
public final class BudgetExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PrivacyBudget.Balance balance;

    /** Says what was asked for and what is left. */
    public BudgetExceededException(PrivacyBudget.Balance balance, PrivacyCost cost) {
        super(asked(balance, cost)
                + left(balance)
                + " Ask for coarser or fewer figures, or have a privacy officer raise the limit.");
        this.balance = balance;
    }

    /** Where the budget stands, unchanged. */
    public PrivacyBudget.Balance balance() {
        return balance;
    }

    private static String asked(PrivacyBudget.Balance balance, PrivacyCost cost) {
        double delta = balance.limit().delta();
        return String.format(
                Locale.ROOT,
                "The privacy budget of %s for %s does not suffice: this would cost ε = %.3f at δ = %.0e,",
                balance.dataset(),
                balance.purpose(),
                cost.epsilon(delta),
                delta);
    }

    private static String left(PrivacyBudget.Balance balance) {
        String limit = plain(balance.limit().epsilon());
        return String.format(Locale.ROOT, " and ε = %.3f of %s is left.", balance.epsilonLeft(), limit);
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
