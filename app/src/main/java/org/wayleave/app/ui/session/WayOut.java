package org.wayleave.app.ui.session;

import java.nio.file.Path;

/** Ways out of an open workspace. Each asks about unsaved edits first. For the FX thread. */
public interface WayOut {
    /** Closes the workspace and shows the welcome page. */
    void close();

    /** Closes the workspace and opens the one of another folder. */
    void open(Path folder);

    /**
     * Closes the workspace, encrypts it, and opens it again.
     *
     * @param passphrase at least 8 characters; overwritten after use
     */
    void encrypt(char[] passphrase);
}
