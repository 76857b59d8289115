package org.wayleave.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command reads from and writes to: results go to {@link #out()}, progress and messages to {@link #err()}.
 *
 * @param out standard output
 * @param err standard error
 * @param in standard input
 * @param console the terminal, where there is a person at it
 * @param environment the environment variables
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        @Nullable Console console,
        Map<String, String> environment) {

    /** The terminal of this process. Text is UTF-8, whatever the locale, except on a Windows console. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where nobody sits at the terminal
    public static Terminal ofProcess() {
        Console console = System.console();
        boolean person = console != null && console.isTerminal();
        return new Terminal(
                writer(FileDescriptor.out, "stdout.encoding"),
                writer(FileDescriptor.err, "stderr.encoding"),
                new FileInputStream(FileDescriptor.in),
                person ? console : null,
                System.getenv());
    }

    private static PrintWriter writer(FileDescriptor descriptor, String encodingProperty) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset = windows
                ? Charset.forName(System.getProperty(encodingProperty, "UTF-8"), StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
        OutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    /** Reads one line of standard input; null at its end. */
    @Nullable
    String readLine() throws IOException {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    }
}
