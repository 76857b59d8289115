package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetCommandTest {
    @TempDir
    private Path place = Path.of("");

    private Path workspace = Path.of("");

    @BeforeEach
    void make() {
        workspace = TestWorkspace.create(place.resolve("shop"), null);
    }

    @Test
    void aBudgetThatWasSetIsListed() {
        String none = CommandRun.of("budget", workspace).fine().out();
        assertTrue(none.contains("No privacy budget is in use"), none);
        CommandRun.of("budget", workspace, "--set", "customers/analytics", "--epsilon", "2.5", "--delta", "1e-7")
                .fine();
        JsonNode json = CommandRun.of("budget", workspace, "--json").fine().json();
        JsonNode budget = json.path("budgets").path(0);
        assertEquals("customers", budget.path("dataset").asText());
        assertEquals("analytics", budget.path("purpose").asText());
        assertEquals(2.5, budget.path("epsilon").asDouble());
        assertEquals(1e-7, budget.path("delta").asDouble());
        assertEquals(0, budget.path("epsilonSpent").asDouble());
        assertEquals(2.5, budget.path("epsilonLeft").asDouble(), 1e-6);
        assertEquals(0, json.path("releases").size());
        CommandRun.of("audit", "verify", workspace).fine();
    }

    @Test
    void aBudgetThatMakesNoSenseIsRefused() {
        CommandRun.of("budget", workspace, "--set", "customers", "--epsilon", "1")
                .refusedWith("a data set and a purpose");
        CommandRun.of("budget", workspace, "--set", "customers/analytics").refusedWith("--epsilon");
        CommandRun.of("budget", workspace, "--set", "customers/analytics", "--epsilon", "-1")
                .refusedWith("--epsilon");
        CommandRun.of("budget", workspace, "--set", "a b/analytics", "--epsilon", "1")
                .refusedWith("not usable");
    }
}
