package org.wayleave.app.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the desktop asks of the window system around it. For the FX thread. */
public interface Surroundings {
    /** Lets the user choose an existing folder. */
    Optional<Path> chooseFolder(String title);

    /**
     * Lets the user choose an existing file.
     *
     * @param kind what such files are called, such as "Tables"
     * @param patterns names of such files, such as {@code *.csv}
     */
    Optional<Path> chooseFile(String title, String kind, List<String> patterns);

    /** Lets the user choose a file to write. */
    Optional<Path> chooseTarget(String title, String suggestedName);

    /** Shows a local file in the program that the system has for it. */
    void show(Path file);

    /** Names the window. */
    void title(String title);

    /** Where the window stands and how large it is, as text for {@link #restoreWindow}. */
    String window();

    /** Puts the window where it was, when that place is still on a screen; other text is ignored. */
    void restoreWindow(String place);
}
