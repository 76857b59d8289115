package org.wayleave.app.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wayleave info}: what is in a workspace. */
@Command(
        name = "info",
        description = "List the documents of a workspace with their versions and states, and its runs.",
        mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    InfoCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            if (output.json()) {
                output.print(terminal, DocumentListing.json(workspace));
                return Exit.FINE;
            }
            terminal.out().println(workspace.folder() + (workspace.encrypted() ? " (encrypted)" : ""));
            terminal.out().println("Documents");
            DocumentListing.print(workspace, terminal);
            terminal.out().println("Runs");
            List<Run> runs = workspace.runs().list();
            for (Run run : runs) {
                terminal.out()
                        .println(String.format(
                                Locale.ROOT,
                                "  %-10s %-11s %-16s %9s people, %d days, seed %d",
                                run.id(),
                                run.state().wireName(),
                                run.request().journeyId() + " v" + run.request().journeyVersion(),
                                Figures.count(run.request().people()),
                                run.request().days(),
                                run.request().seed()));
            }
            if (runs.isEmpty()) {
                terminal.out().println("  none yet");
            }
        }
        return Exit.FINE;
    }
}
