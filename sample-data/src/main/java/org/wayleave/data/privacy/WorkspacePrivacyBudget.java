package org.wayleave.data.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.PrivacyLedger;
import org.wayleave.workspace.PrivacyLimit;
import org.wayleave.workspace.PrivacyRequest;
import org.wayleave.workspace.PrivacySpend;

/** Budgets that a workspace keeps, so that they outlive sessions and stand in its audit ledger. */
public final class WorkspacePrivacyBudget implements PrivacyBudget {
    /** The limit of a data set and purpose for which nobody has set one. */
    public static final BudgetLimit USUAL = new BudgetLimit(1, 1e-6);

    private final PrivacyLedger ledger;

    /** Makes the budgets of a workspace. */
    public WorkspacePrivacyBudget(PrivacyLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Balance> balances() {
        TreeMap<String, Balance> balances = new TreeMap<>();
        for (PrivacyLimit limit : ledger.limits()) {
            balances.put(
                    key(limit.dataset(), limit.purpose()),
                    new Balance(limit.dataset(), limit.purpose(), limit(limit), PrivacyCost.NONE, 0));
        }
        for (PrivacySpend spend : ledger.spends()) {
            PrivacyRequest request = spend.request();
            balances.merge(
                    key(request.dataset(), request.purpose()),
                    new Balance(request.dataset(), request.purpose(), USUAL, cost(request), 1),
                    (known, more) -> new Balance(
                            known.dataset(),
                            known.purpose(),
                            known.limit(),
                            known.spent().plus(more.spent()),
                            known.releases() + 1));
        }
        return List.copyOf(balances.values());
    }

    @Override
    public Balance balance(String dataset, String purpose) {
        return balances().stream()
                .filter(balance ->
                        balance.dataset().equals(dataset) && balance.purpose().equals(purpose))
                .findFirst()
                .orElseGet(() -> new Balance(dataset, purpose, USUAL, PrivacyCost.NONE, 0));
    }

    @Override
    public Balance spend(String dataset, String purpose, String query, PrivacyCost cost) {
        List<Balance> found = new ArrayList<>();
        boolean paid = ledger.spend(
                        new PrivacyRequest(dataset, purpose, query, cost.loss().rho(), cost.delta()),
                        (limit, before) -> {
                            Balance balance = balance(dataset, purpose, limit, before);
                            found.add(balance);
                            return balance.limit().admits(balance.spent().plus(cost));
                        })
                .isPresent();
        Balance before = found.getFirst();
        if (!paid) {
            throw new BudgetExceededException(before, cost);
        }
        return new Balance(dataset, purpose, before.limit(), before.spent().plus(cost), before.releases() + 1);
    }

    private static Balance balance(
            String dataset, String purpose, @Nullable PrivacyLimit limit, List<PrivacySpend> before) {
        PrivacyCost spent = PrivacyCost.NONE;
        for (PrivacySpend spend : before) {
            spent = spent.plus(cost(spend.request()));
        }
        return new Balance(dataset, purpose, limit == null ? USUAL : limit(limit), spent, before.size());
    }

    private static BudgetLimit limit(PrivacyLimit limit) {
        return new BudgetLimit(limit.epsilon(), limit.delta());
    }

    private static PrivacyCost cost(PrivacyRequest request) {
        return new PrivacyCost(new ZeroConcentrated(request.rho()), request.delta());
    }

    private static String key(String dataset, String purpose) {
        return dataset + "\n" + purpose;
    }
}
