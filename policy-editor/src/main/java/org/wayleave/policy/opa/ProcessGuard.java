package org.wayleave.policy.opa;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Ends a child process when this process ends in whatever way.
 *
 * <p>The guard is a tiny process of its own (a shell) that waits for the end of its standard input. The other end of that pipe
 * is held by this process and by nobody else, so the operating system closes it when this process ends, also when it is killed;
 * the guard then ends the child, politely at first. While the child lives its process number cannot be taken by another process,
 * and when the child ends first the guard goes too.
 */
final class ProcessGuard implements AutoCloseable {

    private final Process guard;
    private final CompletableFuture<Void> end;

    private ProcessGuard(Process child, Process guard) {
        this.guard = guard;
        end = child.onExit().thenRun(guard::destroyForcibly);
    }

    /** Starts guarding a child of this process. */
    static ProcessGuard of(Process child) throws IOException {
        String number = Long.toString(child.pid());
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        List<String> line = windows
                ? List.of(
                        "powershell.exe",
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        "$null = [Console]::In.ReadLine(); Stop-Process -Force -Id " + number)
                : List.of(
                        "/bin/sh",
                        "-c",
                        "read -r end; kill \"$1\" 2>/dev/null && sleep 2 && kill -9 \"$1\" 2>/dev/null",
                        "wayleave-opa-guard",
                        number);
        Process guard = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ProcessGuard(child, guard);
    }

    /** Stops guarding; the child is left alone. */
    @Override
    public void close() {
        end.cancel(false);
        guard.destroyForcibly();
    }
}
