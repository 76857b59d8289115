package org.wayleave.data.ui.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lets the user choose an existing file. */
@FunctionalInterface
public interface ImportSource {
    /**
     * Asks; called on the FX thread.
     *
     * @param title what the file is for
     * @param kind what such files are called, such as "Tables"
     * @param patterns names of such files, such as {@code *.csv}
     * @return the file, empty if the user chose none
     */
    Optional<Path> choose(String title, String kind, List<String> patterns);
}
