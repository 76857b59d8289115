package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.json.CanonicalJson;

class KilledProcessTest {

    private static final int KILLS = 4;

    @TempDir
    Path folder;

    /** Starts a run and saves documents without end, telling each save after it was acknowledged. */
    public static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) {
            try (Workspace workspace = TestWorkspaces.open(Path.of(arguments[0]))) {
                Random random = new Random(Long.parseLong(arguments[1]));
                System.out.println("run "
                        + workspace.runs().start(TestWorkspaces.request()).id());
                while (true) {
                    String text = "x".repeat(random.nextInt(60_000));
                    DocumentVersion saved = workspace
                            .documents()
                            .save(TestWorkspaces.journey("j" + random.nextInt(4), "{\"text\":\"" + text + "\"}"));
                    System.out.println("saved " + saved.id() + " " + saved.version() + " " + saved.contentHash());
                }
            }
        }
    }

    @Test
    @Timeout(120)
    void everyAcknowledgedSaveOutlivesAKillAtAnyInstant() throws Exception {
        Path root = folder.resolve("w");
        TestWorkspaces.create(root).close();
        List<String> saved = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(root, kill, random.nextInt(400), saved, runs);

            try (Workspace workspace = TestWorkspaces.open(root)) {
                AuditVerification verification = workspace.audit().verify();
                assertTrue(verification.intact(), verification::toString);
                for (String line : saved) {
                    String[] words = line.split(" ", -1);
                    Optional<DocumentVersion> found =
                            workspace.documents().version(DocumentKind.JOURNEY, words[1], Integer.parseInt(words[2]));
                    assertEquals(
                            words[3], CanonicalJson.hash(found.orElseThrow().json()), line);
                }
                assertEquals(
                        runs,
                        workspace.runs().list().reversed().stream().map(Run::id).toList());
                assertTrue(workspace.runs().list().stream().allMatch(run -> run.state() == RunState.INCOMPLETE));
            }
        }
        assertTrue(saved.size() > KILLS, () -> "only " + saved.size() + " saves were killed");
    }

    private static void killAfter(Path root, int seed, int millis, List<String> saved, List<String> runs)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        root.toString(),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertTrue(line != null && line.startsWith("run "), line);
            runs.add(line.substring(4));
            Thread killer = Thread.ofVirtual().start(() -> {
                sleep(millis);
                // Through its handle: Process.destroyForcibly would also close the stream that is being read.
                process.toHandle().destroyForcibly();
            });
            for (line = out.readLine(); line != null; line = out.readLine()) {
                if (line.split(" ", -1).length == 4 && line.length() > 70) {
                    saved.add(line);
                }
            }
            killer.join();
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
