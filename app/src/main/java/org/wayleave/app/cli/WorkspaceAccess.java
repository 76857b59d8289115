package org.wayleave.app.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.WorkspaceOptions;
import picocli.CommandLine.Option;

/** How a command gets into a workspace: with a passphrase where it is encrypted. */
final class WorkspaceAccess {
    private static final int MOST_PASSPHRASE_BYTES = 4096;

    @Option(
            names = "--passphrase-stdin",
            description = "Read the passphrase from the first line of standard input. Otherwise the file that"
                    + " WAYLEAVE_PASSPHRASE_FILE names is read, or the terminal asks.")
    private boolean passphraseStdin;

    /** Opens the workspace of a folder; the caller closes it. */
    Workspace open(Path folder, Terminal terminal, InstantSource clock, OpenMode mode) {
        char[] passphrase = given(terminal);
        try {
            return Workspace.open(folder, mode, options(terminal, clock, passphrase));
        } catch (WorkspaceException refused) {
            Console console = terminal.console();
            if (refused.reason() != WorkspaceException.Reason.NEEDS_PASSPHRASE || console == null) {
                throw refused.reason() == WorkspaceException.Reason.NEEDS_PASSPHRASE
                        ? new CommandFailure(
                                folder
                                        + " is encrypted. Name a file with its passphrase in WAYLEAVE_PASSPHRASE_FILE,"
                                        + " or use --passphrase-stdin.",
                                refused)
                        : refused;
            }
            char[] typed = console.readPassword("Passphrase of %s: ", folder);
            return Workspace.open(folder, mode, options(terminal, clock, typed));
        }
    }

    /** Creates a workspace with a sample in it, encrypted when a passphrase was given; the caller closes it. */
    Workspace create(Path folder, Terminal terminal, InstantSource clock, SampleWorkspace sample) {
        return sample.create(folder, options(terminal, clock, given(terminal)));
    }

    private static WorkspaceOptions options(Terminal terminal, InstantSource clock, char @Nullable [] passphrase) {
        return new WorkspaceOptions(clock, passphrase, author(terminal));
    }

    /** Who works at the command line: the user of the operating system, as an engineer. */
    static Author author(Terminal terminal) {
        String name = terminal.environment().getOrDefault("USER", "");
        if (name.isBlank()) {
            name = terminal.environment().getOrDefault("USERNAME", "");
        }
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        return new Author(
                id.isBlank() ? "command-line" : id, name.isBlank() ? "Command line" : name, Role.ADMINISTRATOR);
    }

    private char @Nullable [] given(Terminal terminal) {
        try {
            if (passphraseStdin) {
                String line = terminal.readLine();
                if (line == null || line.isEmpty()) {
                    throw new CommandFailure("--passphrase-stdin found nothing on standard input.");
                }
                return line.toCharArray();
            }
            String file = terminal.environment().get("WAYLEAVE_PASSPHRASE_FILE");
            if (file == null || file.isEmpty()) {
                return null;
            }
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new CommandFailure("WAYLEAVE_PASSPHRASE_FILE names " + file + ", which is no file.");
            }
            if (Files.size(path) > MOST_PASSPHRASE_BYTES) {
                throw new CommandFailure("WAYLEAVE_PASSPHRASE_FILE names " + file
                        + ", which is longer than a passphrase may be (" + MOST_PASSPHRASE_BYTES + " bytes).");
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            String line = text.lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new CommandFailure("WAYLEAVE_PASSPHRASE_FILE names " + file + ", whose first line is empty.");
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw new CommandFailure("The passphrase cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
