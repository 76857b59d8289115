package org.wayleave.app.log;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The folder of the user in which Wayleave keeps what is neither a document nor a setting: its log.
 *
 * <p>{@code WAYLEAVE_STATE} names it; otherwise {@code $XDG_STATE_HOME/wayleave} or {@code ~/.local/state/wayleave} on
 * Linux, {@code ~/Library/Logs/Wayleave} on macOS, {@code %LOCALAPPDATA%\Wayleave} on Windows.
 */
public final class StateFolder {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private StateFolder() {}

    /** The folder for an environment, a home folder and the name of an operating system; it need not exist yet. */
    public static Path of(Map<String, String> environment, Path home, String operatingSystem) {
        String named = environment.get("WAYLEAVE_STATE");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Logs/Wayleave");
        }
        if (os.contains("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Wayleave");
        }
        String xdg = environment.get("XDG_STATE_HOME");
        // The XDG base directory specification has relative paths ignored.
        return xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg).resolve("wayleave")
                : home.resolve(".local/state/wayleave");
    }

    /** The folder of this process. */
    public static Path current() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", "")), System.getProperty("os.name", ""));
    }

    /** The log file of this process. */
    public static Path log() {
        return current().resolve("wayleave.log");
    }

    /** Makes sure that the file exists and that nobody but its owner may read it. */
    static void makePrivate(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (posix) {
                Files.setPosixFilePermissions(folder, OWNER_FOLDER);
            }
        }
        if (!Files.exists(file)) {
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_FILE));
            } else {
                Files.createFile(file);
            }
        } else if (posix) {
            Files.setPosixFilePermissions(file, OWNER_FILE);
        }
    }
}
