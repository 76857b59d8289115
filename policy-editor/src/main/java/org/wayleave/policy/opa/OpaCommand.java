package org.wayleave.policy.opa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs one OPA command to its end, without a shell, with a time limit. */
final class OpaCommand {

    private OpaCommand() {}

    /**
     * Runs a command.
     *
     * @param binary the OPA file
     * @param arguments what follows it
     * @param folder the working folder
     * @param input what the command reads from standard input
     * @param limit how long it may take
     * @throws OpaException when it cannot be started, takes too long, or the thread is interrupted
     */
    static OpaRun run(Path binary, List<String> arguments, Path folder, String input, Duration limit) {
        List<String> line = new ArrayList<>();
        line.add(binary.toString());
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        // What a user set for OPA's own command line has no say in how policies are compiled here.
        builder.environment().keySet().removeIf(name -> name.startsWith("OPA_"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new OpaException("OPA cannot be started: " + e.getMessage(), e);
        }
        try {
            CompletableFuture<String> out = reading(process.getInputStream());
            CompletableFuture<String> err = reading(process.getErrorStream());
            writing(process.getOutputStream(), input);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OpaException(
                        "OPA did not finish '" + arguments.getFirst() + "' within " + limit.toSeconds() + " s");
            }
            return new OpaRun(process.exitValue(), out.get(), err.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OpaException("OPA's '" + arguments.getFirst() + "' was cancelled", e);
        } catch (ExecutionException e) {
            throw new OpaException("OPA's answer cannot be read: " + e.getMessage(), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().name("opa-output").start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }

    private static void writing(OutputStream stream, String input) {
        Thread.ofVirtual().name("opa-input").start(() -> {
            try (stream) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closedEarly) {
                // A command that needs no input, or fails before reading it, closes the pipe; its exit status says
                // which.
                return;
            }
        });
    }
}
