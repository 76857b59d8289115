package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.app.run.RunReplay;
import org.wayleave.journey.explain.Explainer;
import org.wayleave.journey.explain.PersonPath;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.json.JsonMappers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave explain}: one person of a run, step by step. */
@Command(
        name = "explain",
        description =
                "Tell one person's way through a run: each step with its inputs, the rules that denied, the consent"
                        + " records, and what would have changed it.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private static final Pattern PERSON = Pattern.compile("p?0*([0-9]{1,8})");
    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--run", required = true, paramLabel = "R", description = "Id of the run, such as run-0001.")
    private String run = "";

    @Option(names = "--person", required = true, paramLabel = "P", description = "Id of the person, such as p000042.")
    private String person = "";

    ExplainCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        SimulationPlan plan;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            RunReplay replay = new RunReplay(workspace);
            plan = replay.plan(replay.run(run));
        }
        PersonPath path = new Explainer(plan).person(index(plan));
        if (output.json()) {
            ObjectNode document = MAPPER.valueToTree(path);
            document.put("simulated", true);
            document.put("run", run);
            output.print(terminal, document);
        } else {
            print(path);
        }
        return Exit.FINE;
    }

    private int index(SimulationPlan plan) {
        Matcher id = PERSON.matcher(person);
        int index = id.matches() ? Integer.parseInt(id.group(1)) : -1;
        if (index < 0 || index >= plan.people()) {
            throw new CommandFailure("There is no person " + person + " in " + run + "; its people are p000000 to p"
                    + String.format(Locale.ROOT, "%06d", plan.people() - 1) + ".");
        }
        return index;
    }

    private void print(PersonPath path) {
        terminal.out().println(path.id() + " (simulated): " + path.portrait() + ". " + path.outcomeText() + ".");
        for (PersonPath.StepVisit visit : path.visits()) {
            terminal.out().println(visit.localTime() + "  " + visit.title() + ": " + visit.outcome());
            visit.inputs().forEach(input -> terminal.out().println("    " + input.name() + " = " + input.value()));
            for (PersonPath.RungTrial trial : visit.rungs()) {
                terminal.out()
                        .println("    " + trial.kind() + " by " + trial.channel() + " for " + trial.purpose() + ": "
                                + (trial.allowed() ? "allowed" : "denied"));
                for (PersonPath.DenialNote denial : trial.denials()) {
                    String place = denial.file().isEmpty() ? "" : " (" + denial.file() + ":" + denial.line() + ")";
                    terminal.out().println("      " + denial.title() + ": " + denial.reason() + place);
                }
                for (PersonPath.ConsentNote note : trial.consents()) {
                    terminal.out()
                            .println("      consent to " + note.title() + " " + note.state()
                                    + (note.time().isEmpty() ? "" : " since " + note.time()) + source(note));
                }
                trial.changes()
                        .forEach(change -> terminal.out()
                                .println("      would be allowed if " + String.join(" and ", change.facts())));
            }
        }
    }

    private static String source(PersonPath.ConsentNote note) {
        String text = note.policyVersion().isEmpty() ? "" : ", policy text " + note.policyVersion();
        return text + (note.source().isEmpty() ? "" : ", " + note.source());
    }
}
