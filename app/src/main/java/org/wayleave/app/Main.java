package org.wayleave.app;

import java.io.IOException;
import java.time.InstantSource;
import org.wayleave.app.cli.Commands;
import org.wayleave.app.cli.Terminal;
import org.wayleave.app.ui.DesktopLaunch;

/** Where Wayleave starts. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] arguments) throws IOException {
        if (Boolean.getBoolean("wayleave.training")) {
            StartUpTraining.run();
            return;
        }
        System.exit(Commands.on(Terminal.ofProcess(), InstantSource.system(), DesktopLaunch.ofProcess())
                .run(arguments));
    }
}
