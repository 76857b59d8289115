package org.wayleave.app.ui.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the desktop in a process of its own on an X server without a screen, and does the main job there by mouse and keyboard. The
 * other tests of this module share a toolkit that has no windows, which a process can have only one of.
 */
@Tag("robot")
final class RobotJourneyTest {
    private static final Path PICTURES = Path.of("target", "robot");
    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    Path folder = Path.of("unset");

    @Test
    void theMainJobIsDoneByMouseAndKeyboard() throws Exception {
        Optional<Path> xvfb = VirtualDisplay.program();
        assumeTrue(
                xvfb.isPresent(),
                "SKIPPED: no Xvfb on the PATH, so that the desktop was not tried by mouse and keyboard; install xvfb");
        Files.createDirectories(PICTURES);
        Path log = folder.resolve("output.txt");
        try (VirtualDisplay display = VirtualDisplay.start(xvfb.get())) {
            Process job = job(display, log);
            boolean ended = job.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                job.destroyForcibly();
            }
            String said = Files.readString(log, StandardCharsets.UTF_8);
            assertTrue(ended, () -> "The job did not end within " + PATIENCE_SECONDS + " s:\n" + said);
            assertEquals(0, job.exitValue(), said);
        }
        assertTrue(Files.isRegularFile(PICTURES.resolve("explanation.png")));
    }

    private Process job(VirtualDisplay display, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-Dtestfx.robot=glass",
                "-cp",
                classPath(),
                MainJob.class.getName(),
                PICTURES.toAbsolutePath().toString());
        builder.environment().put("DISPLAY", display.name());
        builder.environment().put("WAYLEAVE_DATA", folder.resolve("data").toString());
        builder.environment().put("WAYLEAVE_STATE", folder.resolve("state").toString());
        builder.environment().put("USER", "robin");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Surefire may hide the class path behind a jar that only names it. */
    private static String classPath() {
        String tests = System.getProperty("surefire.test.class.path", "");
        return tests.isEmpty() ? System.getProperty("java.class.path") : tests;
    }
}
