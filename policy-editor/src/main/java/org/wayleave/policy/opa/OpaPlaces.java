package org.wayleave.policy.opa;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an OPA may lie, in the order of preference.
 *
 * @param named the file that the environment variable {@code WAYLEAVE_OPA} names
 * @param image the application image's own OPA, which the system property {@code wayleave.opa} names
 * @param checkout the root folder of the source tree that this process runs from
 * @param path the folders of {@code PATH}
 */
public record OpaPlaces(
        @Nullable Path named,
        @Nullable Path image,
        @Nullable Path checkout,
        List<Path> path) {

    /** Copies the folders. */
    public OpaPlaces {
        path = List.copyOf(path);
    }

    /** The places as environment, system properties and class path of this process give them. */
    public static OpaPlaces ofThisProcess() {
        return new OpaPlaces(
                pathOf(System.getenv("WAYLEAVE_OPA")),
                pathOf(System.getProperty("wayleave.opa")),
                findCheckout(),
                folders(System.getenv("PATH")));
    }

    /** The name of the binary on this system. */
    static String binaryName() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win") ? "opa.exe" : "opa";
    }

    /** The folder in which the checkout's build puts OPA. */
    @Nullable
    Path buildFolder() {
        return checkout == null
                ? null
                : checkout.resolve("policy-editor").resolve("target").resolve("opa");
    }

    private static @Nullable Path findCheckout() {
        Path home = pathOf(System.getProperty("wayleave.home"));
        if (home != null && isCheckout(home)) {
            return home;
        }
        Path fromClasses = above(classes());
        return fromClasses != null ? fromClasses : above(Path.of("").toAbsolutePath());
    }

    private static @Nullable Path above(@Nullable Path start) {
        for (Path at = start; at != null; at = at.getParent()) {
            if (isCheckout(at)) {
                return at;
            }
        }
        return null;
    }

    private static boolean isCheckout(Path folder) {
        return Files.isRegularFile(
                folder.resolve("policy-editor").resolve("opa").resolve("go.mod"));
    }

    private static @Nullable Path classes() {
        CodeSource source = OpaPlaces.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        try {
            return location == null ? null : Path.of(location.toURI());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }

    private static List<Path> folders(@Nullable String path) {
        List<Path> folders = new ArrayList<>();
        if (path != null) {
            for (String folder : path.split(File.pathSeparator, -1)) {
                Path read = pathOf(folder);
                if (read != null && read.isAbsolute()) {
                    folders.add(read);
                }
            }
        }
        return folders;
    }

    private static @Nullable Path pathOf(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException notAPath) {
            return null;
        }
    }
}
