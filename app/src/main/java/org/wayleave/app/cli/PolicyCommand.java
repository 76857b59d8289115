package org.wayleave.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wayleave policy}: works on Rego files. */
@Command(
        name = "policy",
        description = "Decide by, test, format, check and measure Rego files.",
        mixinStandardHelpOptions = true)
final class PolicyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return Exit.BAD_USE;
    }
}
