package org.wayleave.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a command: it shows what there is. */
@Command(
        name = "wayleave",
        description = "Customer journeys that go only where consent lets them. Without arguments the desktop opens.",
        versionProvider = ProductVersion.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A workspace folder is the first argument of a command. Exit codes: 0 fine, 1 a check failed, 2 bad use or bad"
                    + " input."
        })
final class RootCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RootCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.out());
        return Exit.FINE;
    }
}
