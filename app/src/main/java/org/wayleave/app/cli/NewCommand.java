package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.wayleave.app.check.SampleApprovals;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave new}: makes a workspace with a vertical's sample documents. */
@Command(
        name = "new",
        description = "Make a workspace with a vertical's sample journeys, policy and documents.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--vertical",
            defaultValue = "retail",
            completionCandidates = SampleVerticals.class,
            description = "Industry of the sample: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if none is named.")
    private String vertical = "retail";

    NewCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        // Looked up first: an unknown vertical must leave no folder behind.
        SampleWorkspace sample = new SampleWorkspace(vertical);
        try (Workspace workspace = folder.create(terminal, clock, sample)) {
            Path place = workspace.folder();
            SampleApprovals approved = SampleApprovals.of(workspace.documents());
            if (output.json()) {
                ObjectNode document = DocumentListing.json(workspace);
                document.put("vertical", vertical);
                approved.ids().forEach(document.putArray("approvedBySample")::add);
                output.print(terminal, document);
            } else {
                terminal.out().println("Made " + place + " with the " + vertical + " sample:");
                DocumentListing.print(workspace, terminal);
                if (!approved.isEmpty()) {
                    terminal.out().println(approved.sentence());
                }
                terminal.out().println("Next: wayleave check " + place);
            }
        }
        return Exit.FINE;
    }
}
