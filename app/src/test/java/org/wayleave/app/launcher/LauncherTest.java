package org.wayleave.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a tree of its own: one module, one source file, and a mvnw that only copies a jar whose main class says that it
 * started. The path of the tree has spaces in it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
class LauncherTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path place = Path.of("");

    private Path root = Path.of("");
    private Path source = Path.of("");

    /** What a start came to. */
    private record Start(int code, String out, String err) {}

    @BeforeEach
    void makeTree() throws IOException {
        root = Files.createDirectories(place.resolve("a tree with spaces"));
        Files.copy(CHECKOUT.resolve("wayleave"), root.resolve("wayleave"));
        source = Files.createDirectories(root.resolve("app/src/main/java")).resolve("Source.java");
        Files.writeString(source, "class Source {}");
        Files.writeString(root.resolve("pom.xml"), "<modules>\n<module>app</module>\n</modules>\n");
        Files.writeString(root.resolve("app/pom.xml"), "<project/>");
        makeJar(place.resolve("made.jar"));
        script("mvnw", """
                #!/bin/sh
                echo build >> builds
                [ -f fail ] && { echo '[ERROR] it does not compile'; exit 1; }
                sleep 1
                mkdir -p app/target installer/target/lib
                cp ../made.jar app/target/app-1.jar
                echo '[INFO] Building Wayleave · app 1  [1/1]'
                """);
        // What the first build finds must not be newer than its own beginning.
        age();
    }

    @Test
    void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
        Start first = start(root.resolve("wayleave"), Map.of(), "one", "two words");
        assertEquals(0, first.code(), first.err());
        assertEquals("started [one, two words]\n", first.out());
        assertTrue(first.err().contains("building app  [1/1]"), first.err());
        Start second = start(root.resolve("wayleave"), Map.of());
        assertEquals("started []\n", second.out());
        assertEquals("", second.err());
        assertEquals(1, builds());
    }

    @Test
    void aNewerSourceAndARemovedSourceAreBuiltAgain() throws Exception {
        start(root.resolve("wayleave"), Map.of());
        Files.writeString(source, "class Source { int changed; }");
        later(source);
        Start edited = start(root.resolve("wayleave"), Map.of());
        assertTrue(edited.err().contains("app/src/main/java/Source.java is newer"), edited.err());
        assertEquals(2, builds());
        age();
        Files.delete(source);
        later(root.resolve("app/src/main/java"));
        start(root.resolve("wayleave"), Map.of());
        assertEquals(3, builds());
    }

    @Test
    void itStartsThroughASymbolicLinkFromElsewhere() throws Exception {
        Path link = Files.createSymbolicLink(place.resolve("link"), root.resolve("wayleave"));
        Path second = Files.createSymbolicLink(place.resolve("second"), Path.of("link"));
        assertFalse(link.equals(second));
        Start start = start(second, Map.of(), "x");
        assertEquals("started [x]\n", start.out(), start.err());
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        Process one = process(root.resolve("wayleave"), Map.of(), "one");
        Process two = process(root.resolve("wayleave"), Map.of(), "two");
        Start first = end(one);
        Start second = end(two);
        assertEquals("started [one]\n", first.out(), first.err());
        assertEquals("started [two]\n", second.out(), second.err());
        assertEquals(1, builds());
    }

    @Test
    void theLockOfAStartThatWasKilledDoesNotHoldUpTheNext() throws Exception {
        Files.createDirectories(root.resolve("app/target"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(root.resolve("app/target/.launch-lock"), Path.of(Long.toString(gone.pid())));
        assertEquals("started []\n", start(root.resolve("wayleave"), Map.of()).out());
    }

    @Test
    void aFailedBuildStartsNothingAndNamesItsLog() throws Exception {
        Files.writeString(root.resolve("fail"), "");
        Start failed = start(root.resolve("wayleave"), Map.of());
        assertEquals(2, failed.code());
        assertEquals("", failed.out());
        assertTrue(failed.err().contains("it does not compile"), failed.err());
        assertTrue(failed.err().contains("build.log"), failed.err());
        Files.delete(root.resolve("fail"));
        assertEquals("started []\n", start(root.resolve("wayleave"), Map.of()).out());
    }

    @Test
    void aJavaOfAnotherVersionIsRefusedInOneLine() throws Exception {
        Path jdk = place.resolve("jdk-21");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");
        executable(Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\n"));
        executable(Files.writeString(jdk.resolve("bin/javac"), "#!/bin/sh\n"));
        Start refused = start(root.resolve("wayleave"), Map.of("WAYLEAVE_JAVA", jdk.toString()));
        assertEquals(2, refused.code());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("JDK 25"), refused.err());
        assertEquals(0, builds());
    }

    @Test
    void aGivenClassPathIsStartedWithoutABuild() throws Exception {
        Start start = start(
                root.resolve("wayleave"),
                Map.of("WAYLEAVE_CLASSPATH", place.resolve("made.jar").toString()),
                "x");
        assertEquals("started [x]\n", start.out(), start.err());
        assertEquals(0, builds());
    }

    /** The real product, with the classes of this build. */
    @Test
    void theProductStartsAsAProcess() throws Exception {
        Start start = start(
                CHECKOUT.resolve("wayleave"),
                Map.of("WAYLEAVE_CLASSPATH", System.getProperty("java.class.path")),
                "--version");
        assertEquals(0, start.code(), start.err());
        assertTrue(start.out().startsWith("Wayleave "), start.out());
    }

    private Start start(Path script, Map<String, String> environment, String... arguments) throws Exception {
        return end(process(script, environment, arguments));
    }

    private Process process(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("WAYLEAVE_JAVA", System.getProperty("java.home"));
        builder.environment().put("WAYLEAVE_STATE", place.resolve("state").toString());
        builder.environment().putAll(environment);
        Path err = Files.createTempFile(place, "err", ".txt");
        Process process = builder.redirectError(err.toFile()).start();
        errors.put(process, err);
        return process;
    }

    private final Map<Process, Path> errors = new ConcurrentHashMap<>();

    private Start end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the start does not end");
        Path err = errors.get(process);
        return new Start(process.exitValue(), out, err == null ? "" : Files.readString(err));
    }

    private long builds() throws IOException {
        Path builds = root.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    private void age() throws IOException {
        FileTime past = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(file -> !file.startsWith(root.resolve("app/target")))
                    .toList()) {
                Files.setLastModifiedTime(file, past);
            }
        }
    }

    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5_000));
    }

    private void script(String name, String text) throws IOException {
        executable(Files.writeString(root.resolve(name), text));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeJar(Path jar) throws IOException {
        Path work = Files.createTempDirectory("launcher");
        Path main = work.resolve("Main.java");
        Files.writeString(main, """
                package org.wayleave.app;
                public class Main {
                    public static void main(String[] words) {
                        if (Boolean.getBoolean("wayleave.training")) return;
                        System.out.println("started " + java.util.Arrays.toString(words));
                    }
                }
                """);
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), main.toString());
        assertEquals(0, failed);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = Files.newInputStream(work.resolve("org/wayleave/app/Main.class"))) {
            out.putNextEntry(new JarEntry("org/wayleave/app/Main.class"));
            in.transferTo(out);
        }
    }
}
