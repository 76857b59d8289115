package org.wayleave.app.ui.shell;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Something that the palette or the search can find. */
public interface PaletteSource {
    /** On the FX thread, when the palette opens: captures what is to be searched. */
    Finder capture();

    /** Searches what was captured. */
    @FunctionalInterface
    interface Finder {
        /**
         * Off the FX thread.
         *
         * @param query what was typed, without blanks at its ends; may be empty
         * @return entries, best first
         * @throws CancellationException when newer input made this search obsolete; optional
         */
        List<PaletteEntry> find(String query);
    }
}
