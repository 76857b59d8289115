package org.wayleave.policy.opa;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an OPA of the pinned minor version: the one that {@code WAYLEAVE_OPA} names, the application image's own, the one
 * that the source tree's build makes, and {@code PATH}. While that build is under way the search waits for it.
 */
public final class OpaFinder {

    private static final Duration ASK = Duration.ofSeconds(20);

    private final OpaPlaces places;

    /** A finder over the given places. */
    public OpaFinder(OpaPlaces places) {
        this.places = places;
    }

    /**
     * Looks at each place in turn.
     *
     * @param progress gets a line now and then while waiting for a build
     */
    public OpaSearch search(Consumer<String> progress) {
        String named = "";
        if (places.named() != null) {
            Optional<OpaExecutable> found = ask(places.named());
            if (found.isPresent()) {
                return found(found.get(), "named by WAYLEAVE_OPA");
            }
            named = "WAYLEAVE_OPA names " + places.named() + ", which is no OPA " + OpaVersion.pinned() + ". ";
        }
        if (places.image() != null) {
            Optional<OpaExecutable> found = ask(places.image());
            if (found.isPresent()) {
                return found(found.get(), "part of this application");
            }
        }
        Path folder = places.buildFolder();
        if (folder != null) {
            Path binary = folder.resolve(OpaPlaces.binaryName());
            Optional<OpaExecutable> found = ask(binary);
            if (found.isEmpty() && awaitBuild(folder, progress)) {
                found = ask(binary);
            }
            if (found.isPresent()) {
                return found(found.get(), "built by this project");
            }
        }
        for (Path place : places.path()) {
            Optional<OpaExecutable> found = ask(place.resolve(OpaPlaces.binaryName()));
            if (found.isPresent()) {
                return found(found.get(), "on the PATH");
            }
        }
        return new OpaSearch(Optional.empty(), named + failure(folder) + advice(folder));
    }

    private static OpaSearch found(OpaExecutable executable, String how) {
        return new OpaSearch(
                Optional.of(executable), "OPA " + executable.version() + ", " + how + " (" + executable.path() + ")");
    }

    private static String failure(@Nullable Path folder) {
        Path failed = folder == null ? null : folder.resolve("build.failed");
        if (failed == null || !Files.isRegularFile(failed)) {
            return "";
        }
        try {
            String why = Files.readString(failed).strip();
            return why.substring(0, why.indexOf('.', why.indexOf(" is not built") + 1) + 1) + " ";
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            return "";
        }
    }

    private static String advice(@Nullable Path folder) {
        String minor = OpaVersion.pinned().substring(0, OpaVersion.pinned().lastIndexOf('.'));
        return folder == null
                ? "Install OPA " + minor + " on the PATH, or set WAYLEAVE_OPA to the file."
                : "Install Go and build again, or install OPA " + minor
                        + " on the PATH, or set WAYLEAVE_OPA to the file.";
    }

    /** Waits while another process holds the build's lock; whether there was anything to wait for. */
    private static boolean awaitBuild(Path folder, Consumer<String> progress) {
        Path lockFile = folder.resolve("build.lock");
        if (!Files.isRegularFile(lockFile)) {
            return false;
        }
        boolean waited = false;
        String told = "";
        while (isLocked(lockFile)) {
            waited = true;
            String line = line(folder.resolve("build.progress"));
            if (!line.isEmpty() && !line.equals(told)) {
                progress.accept(line);
                told = line;
            }
            try {
                Thread.sleep(Duration.ofMillis(300));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return waited;
    }

    private static String line(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
        } catch (IOException beingReplaced) {
            return "";
        }
    }

    private static boolean isLocked(Path lockFile) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException anotherThreadLooks) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Starts a file to ask for its version; empty when it is no OPA that serves. */
    static Optional<OpaExecutable> ask(Path file) {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return Optional.empty();
        }
        try {
            OpaRun run = OpaCommand.run(file, List.of("version"), Path.of("."), "", ASK);
            return run.out()
                    .lines()
                    .filter(line -> line.startsWith("Version: "))
                    .map(line -> line.substring("Version: ".length()).strip())
                    .filter(OpaVersion::serves)
                    .map(version -> new OpaExecutable(file.toAbsolutePath().normalize(), version))
                    .findFirst();
        } catch (OpaException notOpa) {
            return Optional.empty();
        }
    }
}
