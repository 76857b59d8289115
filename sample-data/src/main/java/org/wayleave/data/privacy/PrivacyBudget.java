package org.wayleave.data.privacy;

import java.util.List;

/** Where releases about people in a data set are paid for, by data set and purpose. Safe for many threads. */
public interface PrivacyBudget {
    /** All balances, by data set and then purpose. */
    List<Balance> balances();

    /** The balance of a data set and purpose; that of the usual limit where nobody has set one. */
    Balance balance(String dataset, String purpose);

    /**
     * Pays for a release before it is made. Either the whole cost is entered, or nothing is.
     *
     * @param query what is asked, in words for the ledger; names no person
     * @return the balance afterwards
     * @throws BudgetExceededException if the limit would be passed; the message says what is left
     */
    Balance spend(String dataset, String purpose, String query, PrivacyCost cost);

    /**
     * Where a data set stands for a purpose.
     *
     * @param limit what may be spent
     * @param spent what has been
     * @param releases number of releases paid for
     */
    record Balance(String dataset, String purpose, BudgetLimit limit, PrivacyCost spent, int releases) {
        /** ε spent so far, at the δ of the limit. */
        public double epsilonSpent() {
            return spent.epsilon(limit.delta());
        }

        /** The loss that is left. */
        public ZeroConcentrated left() {
            return limit.left(spent);
        }

        /** ε of a single further release that would use up the rest, at the δ that is left. */
        public double epsilonLeft() {
            double delta = limit.delta() - spent.delta();
            return delta <= 0 ? 0 : left().epsilon(delta);
        }
    }
}
