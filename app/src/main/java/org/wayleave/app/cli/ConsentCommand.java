package org.wayleave.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wayleave consent}: consents to and from other systems. */
@Command(
        name = "consent",
        description = "Export and import consent records and receipts, and decode IAB TCF strings.",
        mixinStandardHelpOptions = true)
final class ConsentCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConsentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return Exit.BAD_USE;
    }
}
