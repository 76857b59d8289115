package org.wayleave.data.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

class WorkspacePrivacyBudgetTest {
    private final Workspace workspace;
    private final PrivacyBudget budget;

    WorkspacePrivacyBudgetTest(@TempDir Path folder) {
        workspace = Workspace.create(
                folder.resolve("w"),
                WorkspaceOptions.plain(
                        InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z")),
                        new Author("anna", "Anna", Role.PRIVACY_OFFICER)));
        budget = new WorkspacePrivacyBudget(workspace.privacy());
    }

    @BeforeEach
    void limit() {
        workspace.privacy().setLimit("customers", "analytics", 2, 1e-5);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static PrivacyCost cost(double rho) {
        return new PrivacyCost(new ZeroConcentrated(rho), 0);
    }

    @Test
    void spendsAddUpUntilTheLimitAndTheRefusalSaysWhatIsLeft() {
        double whole = ZeroConcentrated.within(2, 1e-5).rho();
        budget.spend("customers", "analytics", "People by country", cost(whole / 2));
        PrivacyBudget.Balance balance = budget.balance("customers", "analytics");
        assertEquals(whole / 2, balance.left().rho(), 1e-9);
        assertEquals(1, balance.releases());
        BudgetExceededException refused = assertThrows(
                BudgetExceededException.class,
                () -> budget.spend("customers", "analytics", "People by city", cost(whole * 0.6)));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("customers for analytics"), message);
        assertTrue(
                message.contains(String.format(Locale.ROOT, "ε = %.3f of ε = 2.000 is left", balance.epsilonLeft())),
                message);
        assertEquals(balance, refused.balance());
        assertEquals(balance, budget.balance("customers", "analytics"), "nothing was spent");
        budget.spend(
                "customers", "analytics", "People by age", cost(balance.left().rho()));
        assertEquals(0, budget.balance("customers", "analytics").left().rho(), 1e-9);
        assertEquals(2, budget.balance("customers", "analytics").epsilonSpent(), 1e-6);
    }

    @Test
    void oneDataSetOrPurposeDoesNotPayForAnother() {
        budget.spend("customers", "analytics", "People by country", cost(0.01));
        budget.spend("customers", "marketing", "People by country", cost(0.001));
        budget.spend("applicants", "analytics", "People by country", cost(0.002));
        assertEquals(
                List.of("applicants analytics 1.0", "customers analytics 2.0", "customers marketing 1.0"),
                budget.balances().stream()
                        .map(balance -> balance.dataset() + " " + balance.purpose() + " "
                                + balance.limit().epsilon())
                        .toList());
        assertEquals(
                0.001, budget.balance("customers", "marketing").spent().loss().rho());
    }

    @Test
    void withoutALimitTheUsualOneHolds() {
        assertEquals(
                WorkspacePrivacyBudget.USUAL,
                budget.balance("anything", "service").limit());
        assertThrows(BudgetExceededException.class, () -> budget.spend("anything", "service", "All of it", cost(1)));
    }
}
