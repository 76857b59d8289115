package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.privacy.BudgetLimit;
import org.wayleave.data.privacy.PrivacyBudget;
import org.wayleave.data.privacy.WorkspacePrivacyBudget;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.PrivacySpend;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave budget}: what may be learned of the people in data sets, what has been, and what is left. */
@Command(
        name = "budget",
        description = "List the privacy budgets with what was spent and what is left, or set one.",
        mixinStandardHelpOptions = true)
final class BudgetCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--set",
            paramLabel = "DATASET/PURPOSE",
            description = "Set the budget of a data set for a purpose; --epsilon says how much.")
    private @Nullable String set;

    @Option(names = "--epsilon", paramLabel = "E", description = "Epsilon of all releases together, above 0.")
    private double epsilon = Double.NaN;

    @Option(
            names = "--delta",
            paramLabel = "D",
            defaultValue = "1e-6",
            description = "Probability with which that may fail, above 0 and below 1; ${DEFAULT-VALUE}.")
    private double delta = 1e-6;

    BudgetCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Workspace workspace =
                folder.open(terminal, clock, set == null ? OpenMode.READ_ONLY : OpenMode.READ_WRITE)) {
            if (set != null) {
                set(workspace, set);
            }
            List<PrivacyBudget.Balance> balances = new WorkspacePrivacyBudget(workspace.privacy()).balances();
            if (output.json()) {
                output.print(terminal, json(balances, workspace.privacy().spends()));
            } else {
                print(balances);
            }
        }
        return Exit.FINE;
    }

    private void set(Workspace workspace, String which) {
        int slash = which.indexOf('/');
        if (slash < 1 || slash == which.length() - 1) {
            throw new CommandFailure("--set takes a data set and a purpose, such as customers/analytics.");
        }
        BudgetLimit limit;
        try {
            limit = new BudgetLimit(epsilon, delta);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--epsilon must be a number above 0, and --delta one above 0 and below 1.", e);
        }
        workspace
                .privacy()
                .setLimit(which.substring(0, slash), which.substring(slash + 1), limit.epsilon(), limit.delta());
    }

    private void print(List<PrivacyBudget.Balance> balances) {
        if (balances.isEmpty()) {
            terminal.out()
                    .println("No privacy budget is in use. Each data set and purpose has epsilon "
                            + WorkspacePrivacyBudget.USUAL.epsilon() + " at delta "
                            + WorkspacePrivacyBudget.USUAL.delta() + " until --set says otherwise.");
        }
        for (PrivacyBudget.Balance balance : balances) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%-24s %-16s epsilon %.3f of %.3f spent in %d releases, %.3f left, at delta %.0e",
                            balance.dataset(),
                            balance.purpose(),
                            balance.epsilonSpent(),
                            balance.limit().epsilon(),
                            balance.releases(),
                            balance.epsilonLeft(),
                            balance.limit().delta()));
        }
    }

    private static ObjectNode json(List<PrivacyBudget.Balance> balances, List<PrivacySpend> spends) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode budgets = json.putArray("budgets");
        for (PrivacyBudget.Balance balance : balances) {
            budgets.addObject()
                    .put("dataset", balance.dataset())
                    .put("purpose", balance.purpose())
                    .put("epsilon", balance.limit().epsilon())
                    .put("delta", balance.limit().delta())
                    .put("epsilonSpent", balance.epsilonSpent())
                    .put("epsilonLeft", balance.epsilonLeft())
                    .put("rhoLeft", balance.left().rho());
        }
        ArrayNode releases = json.putArray("releases");
        for (PrivacySpend spend : spends) {
            releases.addObject()
                    .put("number", spend.number())
                    .put("dataset", spend.request().dataset())
                    .put("purpose", spend.request().purpose())
                    .put("query", spend.request().query())
                    .put("rho", spend.request().rho())
                    .put("delta", spend.request().delta())
                    .put("author", spend.author())
                    .put("time", spend.spent().toString());
        }
        return json;
    }
}
