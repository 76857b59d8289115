package org.wayleave.app.ui.welcome;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folder of the user in which new workspaces go unless another is chosen.
 *
 * <p>{@code WAYLEAVE_DATA} names it; otherwise {@code $XDG_DATA_HOME/wayleave} or {@code ~/.local/share/wayleave} on Linux,
 * {@code ~/Library/Application Support/Wayleave} on macOS, {@code %APPDATA%\Wayleave} on Windows.
 */
public final class DataFolder {
    private DataFolder() {}

    /** The folder for an environment, a home folder and the name of an operating system; it need not exist yet. */
    public static Path of(Map<String, String> environment, Path home, String operatingSystem) {
        String named = environment.get("WAYLEAVE_DATA");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/Wayleave");
        }
        if (os.contains("windows")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("Wayleave");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        // The XDG base directory specification has relative paths ignored.
        return xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg).resolve("wayleave")
                : home.resolve(".local/share/wayleave");
    }
}
