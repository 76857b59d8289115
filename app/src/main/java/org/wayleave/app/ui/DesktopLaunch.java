package org.wayleave.app.ui;

import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wayleave.app.cli.CommandFailure;
import org.wayleave.app.cli.DesktopStart;

/** Opens the desktop in this process. */
public final class DesktopLaunch implements DesktopStart {
    // Held, because a logger that nobody holds forgets its level.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private final boolean display;

    private DesktopLaunch(boolean display) {
        this.display = display;
    }

    /** The desktop of this process. */
    public static DesktopLaunch ofProcess() {
        return new DesktopLaunch(display(System.getenv(), System.getProperty("os.name", "")));
    }

    /** Whether an environment has a display: everywhere but on Unix without an X server. */
    static boolean display(Map<String, String> environment, String operatingSystem) {
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        return os.contains("windows")
                || os.contains("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    @Override
    public boolean possible() {
        return display;
    }

    @Override
    public void run() {
        // The toolkit warns that it is on the class path, which is how the whole program is meant to run.
        TOOLKIT.setLevel(Level.SEVERE);
        try {
            DesktopApplication.run();
        } catch (UnsupportedOperationException e) {
            throw new CommandFailure(
                    "The display cannot be used (" + e.getMessage() + "). 'wayleave demo' shows Wayleave at work"
                            + " without one.",
                    e);
        }
    }
}
