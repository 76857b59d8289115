package org.wayleave.app.ui.memory;

import org.wayleave.workspace.Workspace;

/** Values in the preferences of a workspace, for each person apart. A workspace opened read-only keeps nothing new. */
public final class PreferencesStore implements KeptValues.Store {
    private final Workspace workspace;
    private final String key;

    public PreferencesStore(Workspace workspace) {
        this.workspace = workspace;
        this.key = "desktop/" + workspace.author().id();
    }

    @Override
    public String read() {
        return workspace.preferences().get(key).orElse("");
    }

    @Override
    public void write(String text) {
        if (!workspace.readOnly()) {
            workspace.preferences().put(key, text);
        }
    }
}
