package org.wayleave.app.ui.find;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.app.ui.shell.FuzzyMatch;
import org.wayleave.app.ui.shell.PaletteEntry;
import org.wayleave.app.ui.shell.PaletteSource;
import org.wayleave.ui.page.Navigator;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;

/** Finds documents by their titles. */
public final class DocumentSource implements PaletteSource {
    private final Workspace workspace;
    private final DocumentPlaces places;
    private final Navigator navigator;

    public DocumentSource(Workspace workspace, DocumentPlaces places, Navigator navigator) {
        this.workspace = workspace;
        this.places = places;
        this.navigator = navigator;
    }

    @Override
    public Finder capture() {
        return query -> {
            List<PaletteEntry> entries = new ArrayList<>();
            for (DocumentSummary document : workspace.documents().list()) {
                places.of(document.kind(), document.id())
                        .ifPresent(place -> entries.add(new PaletteEntry(
                                DocumentIcons.of(document.kind()),
                                DocumentIcons.word(document.kind()),
                                document.title(),
                                "v" + document.version() + "  "
                                        + document.state().title(),
                                true,
                                () -> navigator.go(place))));
            }
            return FuzzyMatch.best(query, entries, entry -> entry.title() + " " + entry.group());
        };
    }
}
