package org.wayleave.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.cli.Commands;
import org.wayleave.app.cli.Terminal;
import org.wayleave.app.ui.DesktopLaunch;

/**
 * Runs everyday commands on a throw-away workspace, so that the JVM, told to make a start-up cache, sees the classes that they
 * load. The launcher and the installer start it with {@code -XX:AOTCacheOutput}.
 */
final class StartUpTraining {
    private StartUpTraining() {}

    /** Runs the commands; what they answer does not matter. */
    static void run() throws IOException {
        Path folder = Files.createTempDirectory("wayleave-training");
        try {
            String workspace = folder.resolve("workspace").toString();
            for (List<String> command : List.of(
                    List.of("--help"),
                    List.of("new", workspace),
                    List.of("info", workspace),
                    List.of("info", workspace, "--json"),
                    List.of("check", workspace),
                    List.of("audit", "verify", workspace))) {
                Commands.on(silent(), InstantSource.system(), DesktopLaunch.ofProcess())
                        .run(command.toArray(String[]::new));
            }
        } finally {
            delete(folder);
        }
    }

    private static Terminal silent() {
        return new Terminal(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                InputStream.nullInputStream(),
                null,
                Map.of());
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
