package org.wayleave.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The workspace that a command works on, its first argument. */
final class WorkspaceFolder {
    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the workspace.")
    private @Nullable Path folder;

    @Mixin
    private final WorkspaceAccess access = new WorkspaceAccess();

    /** The folder as given. */
    Path path() {
        if (folder == null) {
            throw new CommandFailure("Name the folder of the workspace.");
        }
        return folder;
    }

    /** Opens the workspace; the caller closes it. */
    Workspace open(Terminal terminal, InstantSource clock, OpenMode mode) {
        return access.open(path(), terminal, clock, mode);
    }

    /** Creates the workspace with a sample in it, encrypted when a passphrase was given; the caller closes it. */
    Workspace create(Terminal terminal, InstantSource clock, SampleWorkspace sample) {
        return access.create(path(), terminal, clock, sample);
    }

    /** Who works at the command line: the user of the operating system, as an engineer. */
    static Author author(Terminal terminal) {
        return WorkspaceAccess.author(terminal);
    }
}
