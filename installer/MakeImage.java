import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the application image and tries it: {@code java installer/MakeImage.java VERSION [COMMAND …]}, started by the
 * profile {@code installer} with the JDK that the image is made of.
 *
 * <ol>
 *   <li>jlink makes a Java runtime of the JDK's own run-time image.
 *   <li>jpackage puts launcher, runtime and our jars together; the jars stay on the class path.
 *   <li>OPA is copied in, when the build has made one.
 *   <li>The image's own java is trained, which makes its start-up cache.
 *   <li>The command is run from a copy of the image elsewhere, with an empty environment.
 * </ol>
 */
public final class MakeImage {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = OS.contains("win") && !OS.contains("darwin");
    private static final boolean MAC = OS.contains("mac");

    /** What our jars and JavaFX need of the JDK, with the parts that are looked up by name only. */
    private static final String MODULES = "java.base,java.compiler,java.datatransfer,java.desktop,java.instrument,java.logging,"
            + "java.management,java.naming,java.net.http,java.prefs,java.scripting,java.security.jgss,java.sql,java.sql.rowset,"
            + "java.transaction.xa,java.xml,java.xml.crypto,jdk.accessibility,jdk.charsets,jdk.crypto.cryptoki,jdk.jfr,jdk.jsobject,"
            + "jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.unsupported.desktop,jdk.xml.dom,jdk.zipfs";

    /** The flags of every start; those of the training must be the same. */
    private static final List<String> FLAGS = List.of("--enable-native-access=ALL-UNNAMED");

    private final Path installer;
    private final Path root;
    private final Path target;
    private final String version;

    private MakeImage(Path installer, String version) {
        this.installer = installer;
        this.root = installer.resolve("..").normalize();
        this.target = installer.resolve("target").resolve("image");
        this.version = version;
    }

    /** Makes the image; ends with status 1 and one line when a step fails. */
    public static void main(String[] arguments) throws Exception {
        Path source = Path.of(System.getProperty("wayleave.installer", "installer")).toAbsolutePath();
        MakeImage maker = new MakeImage(source, arguments[0]);
        Path image = maker.make();
        maker.attempt(image, Arrays.asList(arguments).subList(1, arguments.length));
    }

    private Path make() throws IOException, InterruptedException {
        delete(target);
        Path input = Files.createDirectories(target.resolve("input"));
        List<String> modules = Files.readAllLines(root.resolve("pom.xml")).stream()
                .filter(line -> line.contains("<module>"))
                .map(line -> line.replaceAll(".*<module>(.*)</module>.*", "$1"))
                .toList();
        for (String module : modules) {
            Path jar = root.resolve(module).resolve("target").resolve(module + "-" + version + ".jar");
            if (Files.exists(jar)) {
                Files.copy(jar, input.resolve(jar.getFileName()));
            }
        }
        try (Stream<Path> jars = Files.list(installer.resolve("target").resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.copy(jar, input.resolve(jar.getFileName()));
            }
        }
        Path runtime = target.resolve("runtime");
        say("linking a Java runtime");
        run(jdk("jlink"), "--add-modules", MODULES, "--no-header-files", "--no-man-pages", "--output", runtime.toString());
        say("packaging");
        List<String> jpackage = new ArrayList<>(List.of(
                jdk("jpackage"), "--type", "app-image", "--name", "wayleave", "--dest", target.resolve("out").toString(),
                "--input", input.toString(), "--main-jar", "app-" + version + ".jar", "--main-class", "org.wayleave.app.Main",
                "--app-version", version.replaceAll("[^0-9.].*", ""), "--runtime-image", runtime.toString(),
                "--java-options", "-XX:AOTCache=$APPDIR/start.aot", "--java-options", "-Xlog:aot=off",
                "--java-options", "-Xlog:cds=off", "--java-options", "-Dwayleave.opa=$APPDIR/" + opaName()));
        FLAGS.forEach(flag -> jpackage.addAll(List.of("--java-options", flag)));
        if (WINDOWS) {
            jpackage.add("--win-console");
        }
        run(jpackage.toArray(String[]::new));
        Path image = target.resolve("out").resolve(MAC ? "wayleave.app" : "wayleave");
        Path opa = root.resolve("policy-editor").resolve("target").resolve("opa").resolve(opaName());
        if (Files.exists(opa)) {
            Files.copy(opa, appFolder(image).resolve(opaName()), StandardCopyOption.COPY_ATTRIBUTES);
        } else {
            say("no OPA was built, so the image has none; see policy-editor/target/opa/build.failed");
        }
        train(image);
        say("made " + image + ", " + (size(image) >> 20) + " MiB");
        return image;
    }

    private void train(Path image) throws IOException, InterruptedException {
        say("training the start-up cache");
        Path app = appFolder(image);
        List<String> jars = Files.readAllLines(app.resolve("wayleave.cfg")).stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", app.toString()))
                .toList();
        List<String> command = new ArrayList<>(List.of(
                javaOf(image).toString(), "-XX:AOTCacheOutput=" + app.resolve("start.aot"), "-Xlog:aot=off", "-Xlog:cds=off"));
        command.addAll(FLAGS);
        command.addAll(List.of(
                "-Dwayleave.training=true", "-cp", String.join(java.io.File.pathSeparator, jars), "org.wayleave.app.Main"));
        Path log = target.resolve("training.log");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("the training ended with status " + status + "; see " + log);
        }
    }

    /** Runs a command of a copy of the image, in an empty environment: no PATH, no JDK, no checkout. */
    private void attempt(Path image, List<String> words) throws IOException, InterruptedException {
        Path elsewhere = Files.createTempDirectory("wayleave image ");
        try {
            Path copy = elsewhere.resolve(image.getFileName());
            copy(image, copy);
            List<String> command = new ArrayList<>(List.of(launcher(copy).toString()));
            command.addAll(words);
            say("trying " + String.join(" ", words) + " from the image");
            ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
            builder.environment().clear();
            builder.environment().put("WAYLEAVE_STATE", elsewhere.resolve("state").toString());
            if (WINDOWS) {
                builder.environment().put("SystemRoot", System.getenv("SystemRoot"));
            }
            Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.print(out);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException("the image ended with status " + status + "; what it said stands above");
            }
        } finally {
            delete(elsewhere);
        }
    }

    private static Path appFolder(Path image) {
        return MAC ? image.resolve("Contents/app") : WINDOWS ? image.resolve("app") : image.resolve("lib/app");
    }

    private static Path javaOf(Path image) {
        Path runtime = MAC
                ? image.resolve("Contents/runtime/Contents/Home")
                : WINDOWS ? image.resolve("runtime") : image.resolve("lib/runtime");
        return runtime.resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
    }

    private static Path launcher(Path image) {
        return MAC
                ? image.resolve("Contents/MacOS/wayleave")
                : WINDOWS ? image.resolve("wayleave.exe") : image.resolve("bin/wayleave");
    }

    private static String opaName() {
        return WINDOWS ? "opa.exe" : "opa";
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? tool + ".exe" : tool).toString();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(command[0] + " ended with status " + status + "; what it said stands above");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(MakeImage::length).sum();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void say(String line) {
        System.out.println("image: " + line);
    }
}
