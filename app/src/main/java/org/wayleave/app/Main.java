package org.wayleave.app;

import java.util.List;
import org.wayleave.app.cli.Cli;
import org.wayleave.app.cli.Terminal;

/** Where Wayleave starts. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new Cli(Terminal.ofProcess(), List.of()).run(arguments));
    }
}
