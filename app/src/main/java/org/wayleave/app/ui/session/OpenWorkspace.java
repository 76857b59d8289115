package org.wayleave.app.ui.session;

import java.nio.file.Path;
import org.wayleave.app.ui.memory.KeptValues;
import org.wayleave.app.ui.memory.PreferencesStore;
import org.wayleave.app.ui.shell.WorkspaceFacts;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

/**
 * An open workspace with what the window needs to know of it at once. Made and closed off the FX thread.
 *
 * @param workspace the workspace
 * @param memory what this person's window remembers in it
 * @param facts what the frame says about it
 */
public record OpenWorkspace(Workspace workspace, KeptValues memory, WorkspaceFacts facts) implements AutoCloseable {

    /** Opens the workspace of a folder. */
    public static OpenWorkspace open(Path folder, OpenMode mode, WorkspaceOptions options) {
        return of(Workspace.open(folder, mode, options));
    }

    /** Takes over a workspace just made or opened. */
    public static OpenWorkspace of(Workspace workspace) {
        try {
            KeptValues memory = KeptValues.read(new PreferencesStore(workspace));
            Path name = workspace.folder().getFileName();
            return new OpenWorkspace(
                    workspace,
                    memory,
                    new WorkspaceFacts(
                            name == null ? workspace.folder().toString() : name.toString(),
                            workspace.folder().toString(),
                            workspace.author().name(),
                            workspace.author().role().title(),
                            workspace.encrypted(),
                            workspace.readOnly(),
                            workspace.readOnly()
                                    ? "It was opened read-only: it shows what was saved when it was opened, and nothing"
                                            + " can be changed."
                                    : ""));
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    /** Writes what is to be remembered, then closes the workspace. */
    @Override
    public void close() {
        try {
            memory.close();
        } finally {
            workspace.close();
        }
    }
}
