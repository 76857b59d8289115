package org.wayleave.data.ui;

import java.nio.file.Path;
import java.util.Optional;

/** Lets the user choose a file to write. */
@FunctionalInterface
public interface ExportTarget {
    /**
     * Asks; called on the FX thread.
     *
     * @param title what the file is for
     * @param suggestedName a file name
     * @return the file, empty if the user chose none
     */
    Optional<Path> choose(String title, String suggestedName);
}
