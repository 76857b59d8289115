import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Plans the cases of OPA's compliance suite for the tests of the engine, when there is a Go to do it with. Runs as a
 * source file: {@code java PlanCases.java <this folder> <output file> skip=<true|false>}.
 */
final class PlanCases {
    private PlanCases() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Path output = Path.of(args[1]);
        if (args.length > 2 && args[2].equals("skip=true")) {
            return;
        }
        if (isFresh(folder, output)) {
            return;
        }
        Files.createDirectories(output.getParent());
        Files.deleteIfExists(output);
        Path module = output.resolveSibling("module.txt");
        Path program = output.resolveSibling("compliance.bin");
        try {
            run(folder, module, List.of("go", "mod", "download", "github.com/open-policy-agent/opa"));
            run(folder, module, List.of("go", "list", "-m", "-f", "{{.Dir}}", "github.com/open-policy-agent/opa"));
            String opa = Files.readString(module).strip();
            run(folder, null, List.of("go", "build", "-o", program.toString(), "."));
            run(folder, null, List.of(program.toString(), opa, output.toString()));
        } catch (IOException e) {
            System.out.println("[compliance] SKIPPED: OPA's compliance suite is not run, because " + e.getMessage()
                    + ". It needs Go 1.26 and, the first time, the Go module proxy.");
        }
    }

    private static boolean isFresh(Path folder, Path output) throws IOException {
        if (!Files.exists(output)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(output);
        for (String source : List.of("main.go", "go.mod", "go.sum")) {
            if (Files.getLastModifiedTime(folder.resolve(source)).compareTo(made) > 0) {
                return false;
            }
        }
        return true;
    }

    private static void run(Path folder, Path output, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(output == null);
        if (output != null) {
            builder.redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        } else {
            builder.inheritIO();
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("there is no `" + command.get(0) + "`", e);
        }
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("`" + String.join(" ", command) + "` takes longer than 20 minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException("`" + String.join(" ", command) + "` failed");
        }
    }
}
