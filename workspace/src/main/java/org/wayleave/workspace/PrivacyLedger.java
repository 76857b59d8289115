package org.wayleave.workspace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Privacy budgets: limits by data set and purpose, and what releases about people have cost. What a cost comes to is not known
 * here: whoever spends says whether the total stays within the limit, inside the transaction that enters the spend.
 */
public interface PrivacyLedger {
    /** Says whether a release may be paid for. Runs on the store's thread and must not call the workspace. */
    @FunctionalInterface
    interface Admission {
        /**
         * Returns whether the request stays within the limit.
         *
         * @param limit the limit in force; null where nobody has set one
         * @param before what was spent on the same data set and purpose, oldest first
         */
        boolean admits(@Nullable PrivacyLimit limit, List<PrivacySpend> before);
    }

    /** The limits in force, by data set and then purpose. */
    List<PrivacyLimit> limits();

    /**
     * Sets a limit.
     *
     * @throws WorkspaceException FORBIDDEN for roles that may not approve, INVALID_DOCUMENT when ids or numbers are out of range
     */
    PrivacyLimit setLimit(String dataset, String purpose, double epsilon, double delta);

    /** What was spent, oldest first. */
    List<PrivacySpend> spends();

    /**
     * Enters a spend if it is admitted; if not, enters into the audit ledger that it was refused. Either way in one transaction,
     * and no other spend comes between the question and the entry.
     *
     * @return the spend; empty if it was refused
     * @throws WorkspaceException FORBIDDEN for roles that may not write, INVALID_DOCUMENT when the request is out of range
     */
    Optional<PrivacySpend> spend(PrivacyRequest request, Admission admission);
}
