package org.wayleave.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;

/** What the welcome page asks for. For the FX thread. */
public interface WelcomeActions {
    /** Makes a workspace with a sample in the user's data folder, or opens the one made before, and shows its journey. */
    void trySample(String vertical);

    /** Opens a workspace. */
    void open(Path folder);

    /**
     * Makes a workspace with the documents of a vertical and opens it.
     *
     * @param passphrase at least 8 characters; empty for none; overwritten with zeros
     */
    void create(Path folder, String vertical, char[] passphrase);

    /** Lets the user choose a folder. */
    Optional<Path> chooseFolder(String title);
}
