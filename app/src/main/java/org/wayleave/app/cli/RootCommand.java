package org.wayleave.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command without a command: it opens the desktop. */
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
    private final DesktopStart desktop;

    RootCommand(DesktopStart desktop) {
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        if (!desktop.possible()) {
            throw new CommandFailure(
                    "There is no display to open the desktop on. 'wayleave demo' shows Wayleave at work"
                            + " without one.");
        }
        desktop.run();
        return Exit.FINE;
    }
}
