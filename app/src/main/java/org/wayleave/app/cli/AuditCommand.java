package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.workspace.AuditProblem;
import org.wayleave.workspace.AuditVerification;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wayleave audit}: what concerns the audit ledger. */
@Command(name = "audit", description = "Check the audit ledger of a workspace.", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return Exit.BAD_USE;
    }

    /** {@code wayleave audit verify}: walks the audit ledger. */
    @Command(
            name = "verify",
            description = "Walk the audit ledger and name every row, document and run that does not agree with it.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        private final Terminal terminal;
        private final InstantSource clock;

        @Mixin
        private final WorkspaceFolder folder = new WorkspaceFolder();

        @Mixin
        private final Output output = new Output();

        Verify(Terminal terminal, InstantSource clock) {
            this.terminal = terminal;
            this.clock = clock;
        }

        @Override
        public Integer call() {
            AuditVerification found;
            try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
                found = workspace.audit().verify();
            }
            if (output.json()) {
                output.print(terminal, json(found));
            } else {
                print(found);
            }
            return found.intact() ? Exit.FINE : Exit.CHECK_FAILED;
        }

        private static ObjectNode json(AuditVerification found) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("intact", found.intact());
            document.put("entries", found.entries());
            document.put("documents", found.documents());
            document.put("head", found.head());
            ArrayNode problems = document.putArray("problems");
            for (AuditProblem problem : found.problems()) {
                problems.addObject()
                        .put(
                                "kind",
                                problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("number", problem.number())
                        .put("subject", problem.subject())
                        .put("message", problem.message());
            }
            ArrayNode limits = document.putArray("limits");
            found.limits().forEach(limits::add);
            return document;
        }

        private void print(AuditVerification found) {
            for (AuditProblem problem : found.problems()) {
                terminal.out().println("  " + problem.message());
            }
            terminal.out()
                    .println((found.intact() ? "Intact: " : found.problems().size() + " problems in ")
                            + Figures.count(found.entries()) + " rows, " + Figures.count(found.documents())
                            + " document versions; head " + found.head());
        }
    }
}
