import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the pinned OPA from the Go module proxy: {@code java policy-editor/opa/BuildOpa.java COMMAND}.
 *
 * <pre>
 * start   starts the build in the background and returns at once
 * wait    waits for a build under way, or builds, with progress
 * build   the same as wait
 * where   prints the path of a usable OPA, or nothing
 * </pre>
 *
 * Words after the command are settings: {@code skip=true} does nothing.
 *
 * <p>The version is the one that {@code go.mod} requires, checked against {@code go.sum}. The result is
 * {@code policy-editor/target/opa/opa}; beside it lie {@code build.log}, {@code build.progress} (one line, renewed while
 * building), {@code build.failed} (one line, when the last build did not succeed) and {@code build.lock}, which the
 * building process holds locked, so that a killed build leaves no lock behind. The binary is put in place by a rename and is
 * therefore either absent or whole. Where {@code WAYLEAVE_OPA} names an OPA of the pinned minor version nothing is built.
 *
 * <p>This file runs on a plain JDK 17 or later without being compiled first. Its exit status is 0 also when OPA cannot be
 * built, because everything else works without it; one line says why.
 */
public final class BuildOpa {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    private static final Pattern REQUIRED = Pattern.compile("github\\.com/open-policy-agent/opa v(\\d+\\.\\d+\\.\\d+)");
    private static final Pattern GO_LINE = Pattern.compile("(?m)^go (\\d+)\\.(\\d+)");

    private final Path module;
    private final Path target;
    private final Path binary;
    private final String version;
    private final String goModule;
    private final PrintStream out;

    private BuildOpa(Path module, PrintStream out) throws IOException {
        this.module = module;
        this.out = out;
        target = module.resolveSibling("target").resolve("opa");
        binary = target.resolve(WINDOWS ? "opa.exe" : "opa");
        goModule = Files.readString(module.resolve("go.mod"));
        Matcher required = REQUIRED.matcher(goModule);
        if (!required.find()) {
            throw new IOException(module.resolve("go.mod") + " requires no github.com/open-policy-agent/opa");
        }
        version = required.group(1);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String command = args.length == 0 ? "build" : args[0];
        for (String arg : args) {
            if (arg.equals("skip=true") || arg.equals("skip=")) {
                return;
            }
        }
        BuildOpa build = new BuildOpa(ownFolder(), System.out);
        switch (command) {
            case "start" -> build.start();
            case "wait", "build" -> build.build();
            case "where" -> build.where();
            default -> {
                System.err.println("opa: unknown command '" + command + "'; use start, wait, build or where");
                System.exit(2);
            }
        }
    }

    /** The folder of this file: known to the source launcher, else looked for below the working folder. */
    private static Path ownFolder() throws IOException {
        String launched = System.getProperty("jdk.launcher.sourcefile");
        List<Path> places = new ArrayList<>();
        if (launched != null) {
            places.add(Path.of(launched).toAbsolutePath().getParent());
        }
        String named = System.getProperty("wayleave.opa.module");
        if (named != null) {
            places.add(Path.of(named).toAbsolutePath());
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            places.add(at);
            places.add(at.resolve("opa"));
            places.add(at.resolve("policy-editor").resolve("opa"));
        }
        for (Path place : places) {
            if (Files.isRegularFile(place.resolve("BuildOpa.java")) && Files.isRegularFile(place.resolve("go.mod"))) {
                return place;
            }
        }
        throw new IOException("opa: the folder policy-editor/opa was not found from " + Path.of("").toAbsolutePath());
    }

    private void where() throws IOException, InterruptedException {
        String named = System.getenv("WAYLEAVE_OPA");
        if (named != null && serves(Path.of(named))) {
            out.println(named);
        } else if (isBuilt()) {
            out.println(binary);
        }
    }

    // --- start: hand the work to a process of its own ---------------------------------------------------------------

    private void start() throws IOException, InterruptedException {
        if (isUnneeded()) {
            return;
        }
        String go = usableGo();
        if (go == null) {
            return;
        }
        try (FileChannel channel = lockFile()) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                out.println("opa: OPA " + version + " is being built already");
                return;
            }
        }
        Path log = target.resolve("build.out");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dwayleave.opa.module=" + module,
                module.resolve("BuildOpa.java").toString(),
                "build"));
        new ProcessBuilder(polite(line))
                .directory(module.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        out.println("opa: OPA " + version + " is being built in the background; " + display(target.resolve("build.log"))
                + " shows how far it is");
    }

    private static File nothing() {
        return new File(WINDOWS ? "NUL" : "/dev/null");
    }

    /** Lets everything else on the machine go first, where the system has a word for that. */
    private static List<String> polite(List<String> line) {
        Path nice = Path.of("/usr/bin/nice");
        if (WINDOWS || !Files.isExecutable(nice)) {
            return line;
        }
        List<String> polite = new ArrayList<>(List.of(nice.toString(), "-n", "5"));
        polite.addAll(line);
        return polite;
    }

    // --- build or wait for whoever builds ---------------------------------------------------------------------------

    private void build() throws IOException, InterruptedException {
        if (isUnneeded()) {
            return;
        }
        try (FileChannel channel = lockFile()) {
            FileLock lock = channel.tryLock();
            String told = "";
            while (lock == null) {
                String progress = progress();
                if (!progress.isEmpty() && !progress.equals(told)) {
                    out.println("opa: " + progress);
                    told = progress;
                }
                TimeUnit.MILLISECONDS.sleep(500);
                if (isBuilt()) {
                    out.println("opa: OPA " + version + " is ready");
                    return;
                }
                lock = channel.tryLock();
            }
            if (isBuilt()) {
                return;
            }
            if (!told.isEmpty() && Files.exists(target.resolve("build.failed"))) {
                out.println("opa: " + Files.readString(target.resolve("build.failed")).strip());
                return;
            }
            String go = usableGo();
            if (go == null) {
                return;
            }
            buildLocked(go);
        }
    }

    private void buildLocked(String go) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Files.deleteIfExists(target.resolve("build.failed"));
        Path log = target.resolve("build.log");
        Files.writeString(log, "");
        Path part = target.resolve("opa.part");
        int packages = count(go, log);
        boolean done = packages > 0
                && run(
                        List.of(
                                go,
                                "build",
                                "-v",
                                "-trimpath",
                                "-ldflags",
                                "-s -w",
                                "-o",
                                part.toString(),
                                "github.com/open-policy-agent/opa"),
                        log,
                        new Counting(packages));
        if (done && serves(part)) {
            move(part, binary);
            Files.deleteIfExists(target.resolve("build.progress"));
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            out.println("opa: OPA " + version + " is built, in " + seconds + " s");
        } else {
            Files.deleteIfExists(part);
            fail("OPA " + version + " could not be built: " + lastLine(log) + " (" + display(log)
                    + "). Runs use the plans that come with the policies, and do not check parity with OPA.");
        }
    }

    /** How many packages OPA consists of; asking makes Go download the modules it needs. 0 when that fails. */
    private int count(String go, Path log) throws IOException, InterruptedException {
        int[] lines = {0, 0};
        say("OPA " + version + ": downloading");
        boolean done = run(
                List.of(go, "list", "-deps", "-f", "{{.ImportPath}}", "github.com/open-policy-agent/opa"),
                log,
                line -> {
                    if (line.startsWith("go: downloading ")) {
                        lines[1]++;
                        if (lines[1] % 10 == 0) {
                            say("OPA " + version + ": downloading, " + lines[1] + " modules so far");
                        }
                    } else {
                        lines[0]++;
                    }
                });
        return done ? lines[0] : 0;
    }

    private interface Line {
        void read(String line) throws IOException;
    }

    /** Turns the names of compiled packages into a line of progress, at most one per second. */
    private final class Counting implements Line {
        private final int packages;
        private int compiled;
        private long told;

        Counting(int packages) {
            this.packages = packages;
        }

        @Override
        public void read(String line) throws IOException {
            compiled++;
            long now = System.nanoTime();
            if (told == 0 || now - told > 5_000_000_000L) {
                told = now;
                say("OPA " + version + ": compiled " + compiled + " packages of at most " + packages);
            }
        }
    }

    private boolean run(List<String> line, Path log, Line reader) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).directory(module.toFile()).redirectErrorStream(true);
        builder.environment().put("CGO_ENABLED", "0");
        builder.environment().put("GOFLAGS", "-mod=readonly");
        builder.environment().put("GOWORK", "off");
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        Process process = builder.start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String read = lines.readLine(); read != null; read = lines.readLine()) {
                Files.writeString(log, read + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                reader.read(read);
            }
        }
        return process.waitFor() == 0;
    }

    // --- what is there already ------------------------------------------------------------------------------------

    private boolean isUnneeded() throws IOException, InterruptedException {
        String named = System.getenv("WAYLEAVE_OPA");
        if (named != null && !named.isBlank()) {
            if (serves(Path.of(named))) {
                return true;
            }
            out.println("opa: WAYLEAVE_OPA names " + named + ", which is no OPA " + version + "; building one");
        }
        return isBuilt();
    }

    private boolean isBuilt() throws IOException, InterruptedException {
        return Files.isRegularFile(binary) && serves(binary);
    }

    /** Whether a file is an OPA of the pinned major and minor version; what the project built must be exactly pinned. */
    private boolean serves(Path file) throws InterruptedException {
        if (!Files.isExecutable(file)) {
            return false;
        }
        String found = firstLine(List.of(file.toString(), "version"));
        if (!found.startsWith("Version: ")) {
            return false;
        }
        String number = found.substring("Version: ".length()).strip();
        return file.startsWith(target) ? number.equals(version) : minor(number).equals(minor(version));
    }

    private static String minor(String number) {
        int last = number.lastIndexOf('.');
        return last < 0 ? number : number.substring(0, last);
    }

    /** The Go command, or null after saying in one line why there is none to use. */
    private String usableGo() throws IOException, InterruptedException {
        Files.createDirectories(target);
        for (String go : List.of("go", "/usr/local/go/bin/go", "/opt/homebrew/bin/go", "/usr/lib/go/bin/go")) {
            String found = firstLine(List.of(go, "version"));
            Matcher number = Pattern.compile("go version go(\\d+)\\.(\\d+)").matcher(found);
            if (number.find()) {
                int major = Integer.parseInt(number.group(1));
                int minor = Integer.parseInt(number.group(2));
                // From 1.21 on, Go fetches the newer Go that go.mod asks for by itself.
                if (major > 1 || minor >= 21) {
                    return go;
                }
                fail("OPA " + version + " is not built: Go " + major + "." + minor + " is too old. " + advice());
                return null;
            }
        }
        fail("OPA " + version + " is not built: there is no Go on this machine. " + advice());
        return null;
    }

    private String advice() {
        Matcher line = GO_LINE.matcher(goModule);
        String needed = line.find() ? line.group(1) + "." + line.group(2) : "1.26";
        return "Install Go " + needed + ", or set WAYLEAVE_OPA to an OPA " + minor(version)
                + ". Until then runs use the plans that come with the policies, and do not check parity with OPA.";
    }

    private static String firstLine(List<String> line) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String first = lines.readLine();
                lines.lines().forEach(rest -> {});
                process.waitFor();
                return first == null ? "" : first;
            }
        } catch (IOException notThere) {
            return "";
        }
    }

    // --- files ----------------------------------------------------------------------------------------------------

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(target);
        return FileChannel.open(
                target.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void say(String progress) throws IOException {
        Path next = target.resolve("build.progress.next");
        Files.writeString(next, progress + "\n");
        move(next, target.resolve("build.progress"));
        out.println("opa: " + progress);
    }

    private String progress() throws IOException {
        Path file = target.resolve("build.progress");
        return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
    }

    private void fail(String why) throws IOException {
        Files.deleteIfExists(target.resolve("build.progress"));
        Files.writeString(target.resolve("build.failed"), why + "\n");
        out.println("opa: " + why);
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "Go said nothing" : lines.get(lines.size() - 1);
    }

    private String display(Path file) {
        Path root = module.getParent().getParent();
        return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
