package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.run.PairedComparison;
import org.wayleave.app.run.RunReplay;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave compare}: two runs over the same people. */
@Command(
        name = "compare",
        description = "Compare two runs over the same people, person by person: what the second brings over the first.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--runs", required = true, split = ",", paramLabel = "A,B", description = "Ids of the two runs.")
    private List<String> runs = List.of();

    CompareCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (runs.size() != 2) {
            throw new CommandFailure(
                    "--runs takes two runs, such as --runs run-0001,run-0002; there are " + runs.size() + ".");
        }
        PairedComparison found;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            RunReplay replay = new RunReplay(workspace);
            found = PairedComparison.of(workspace, replay.run(runs.get(0)), replay.run(runs.get(1)));
        }
        if (output.json()) {
            output.print(terminal, json(found));
        } else {
            print(found);
        }
        return Exit.FINE;
    }

    private ObjectNode json(PairedComparison found) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("simulated", true);
        document.putArray("runs").add(runs.get(0)).add(runs.get(1));
        document.put("people", found.people());
        document.putObject("spend")
                .put("a", found.spendA())
                .put("b", found.spendB())
                .put("difference", found.difference())
                .put("low", found.low())
                .put("high", found.high());
        document.putObject("decisions").put("a", found.decisionsA()).put("b", found.decisionsB());
        document.putObject("unsubscribed").put("a", found.unsubscribedA()).put("b", found.unsubscribedB());
        document.put("otherOutcome", found.otherOutcome());
        return document;
    }

    private void print(PairedComparison found) {
        terminal.out()
                .println(Figures.count(found.people()) + " simulated people who entered in " + runs.get(0) + " or "
                        + runs.get(1));
        terminal.out()
                .println("  spend per person  " + Figures.decimal(found.spendA(), 2) + " → "
                        + Figures.decimal(found.spendB(), 2) + ", difference " + Figures.decimal(found.difference(), 2)
                        + ", 95 % from " + Figures.decimal(found.low(), 2) + " to " + Figures.decimal(found.high(), 2));
        terminal.out()
                .println("  decisions         " + Figures.count(found.decisionsA()) + " → "
                        + Figures.count(found.decisionsB()));
        terminal.out()
                .println("  unsubscribed      " + Figures.count(found.unsubscribedA()) + " → "
                        + Figures.count(found.unsubscribedB()));
        terminal.out().println("  other outcome     " + Figures.count(found.otherOutcome()) + " people");
    }
}
