package org.wayleave.data.privacy;

import java.util.Locale;

/** A release would cost more than is left; nothing was spent. */
public final class BudgetExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String MESSAGE =
            "The privacy budget of %s for %s does not suffice: this would cost ε = %.3f at δ = %.0e, and ε = %.3f"
                    + " of %s is left. Ask for coarser or fewer figures, or have a privacy officer raise the limit.";

    private final transient PrivacyBudget.Balance balance;

    /** Says what was asked for and what is left. */
    public BudgetExceededException(PrivacyBudget.Balance balance, PrivacyCost cost) {
        super(String.format(
                Locale.ROOT,
                MESSAGE,
                balance.dataset(),
                balance.purpose(),
                cost.epsilon(balance.limit().delta()),
                balance.limit().delta(),
                balance.epsilonLeft(),
                plain(balance.limit().epsilon())));
        this.balance = balance;
    }

    /** Where the budget stands, unchanged. */
    public PrivacyBudget.Balance balance() {
        return balance;
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
