package org.wayleave.data.privacy;

import java.util.Locale;

/** A release would cost more than is left; nothing was spent. */
public final class BudgetExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PrivacyBudget.Balance balance;

    /** Says what was asked for and what is left. */
    public BudgetExceededException(PrivacyBudget.Balance balance, PrivacyCost cost) {
        super("The privacy budget of " + balance.dataset() + " for " + balance.purpose()
                + " does not suffice: this would cost "
                + epsilon(cost.epsilon(balance.limit().delta())) + ", and " + epsilon(balance.epsilonLeft()) + " of "
                + epsilon(balance.limit().epsilon())
                + " is left. Ask for coarser or fewer figures, or have a privacy officer"
                + " raise the limit.");
        this.balance = balance;
    }

    /** Where the budget stands, unchanged. */
    public PrivacyBudget.Balance balance() {
        return balance;
    }

    private static String epsilon(double value) {
        return String.format(Locale.ROOT, "ε = %.3f", value);
    }
}
