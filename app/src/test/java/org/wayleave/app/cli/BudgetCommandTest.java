package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
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

    @Test
    void countsOfAnImportedDataSetArePaidForUntilNothingIsLeft() throws IOException {
        StringBuilder people = new StringBuilder("country,plan\n");
        for (int i = 0; i < 900; i++) {
            people.append(i % 3 == 0 ? "FR" : "DE").append(i == 7 ? ",one of a kind\n" : ",usual\n");
        }
        Path file = Files.writeString(place.resolve("customers.csv"), people);
        CommandRun.of("import", workspace, file, "--as", "people").fine();
        Path csv = place.resolve("counts.csv");
        JsonNode json = CommandRun.of(
                        "release",
                        workspace,
                        "customers",
                        "--by",
                        "country",
                        "--purpose",
                        "analytics",
                        "--epsilon",
                        "0.6",
                        "-o",
                        csv,
                        "--json")
                .fine()
                .json();
        assertEquals(300, json.path("counts").path("FR").asInt(), 60);
        assertEquals(600, json.path("counts").path("DE").asInt(), 60);
        assertTrue(json.path("epsilon").asDouble() <= 0.6);
        assertEquals("country,people", Files.readAllLines(csv).getFirst());
        JsonNode rare = CommandRun.of(
                        "release",
                        workspace,
                        "customers",
                        "--by",
                        "plan",
                        "--purpose",
                        "analytics",
                        "--epsilon",
                        "0.4",
                        "--json")
                .fine()
                .json();
        assertTrue(rare.path("counts").has("usual"));
        assertEquals(1, rare.path("counts").size(), "a group of one person stays hidden");
        CommandRun.of(
                        "release",
                        workspace,
                        "customers",
                        "--by",
                        "country",
                        "--purpose",
                        "analytics",
                        "--epsilon",
                        "0.9")
                .refusedWith("is left");
        CommandRun.of("release", workspace, "customers", "--by", "town", "--purpose", "analytics", "--epsilon", "0.1")
                .refusedWith("no column town");
        CommandRun.of("release", workspace, "others", "--by", "country", "--purpose", "analytics", "--epsilon", "0.1")
                .refusedWith("no data set others");
        JsonNode budget = CommandRun.of("budget", workspace, "--json").fine().json();
        assertEquals(2, budget.path("releases").size());
        CommandRun.of("audit", "verify", workspace).fine();
    }
}
