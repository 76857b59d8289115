package org.wayleave.app.ui.find;

import java.util.List;
import org.wayleave.app.ui.shell.FuzzyMatch;
import org.wayleave.app.ui.shell.PaletteEntry;
import org.wayleave.app.ui.shell.PaletteSource;
import org.wayleave.data.ui.DataPage;
import org.wayleave.ui.page.Navigator;

/** Finds the sections of the Data page, by title or by the name they have in places. */
public final class DataSectionSource implements PaletteSource {
    private final DataPage page;
    private final Navigator navigator;

    public DataSectionSource(DataPage page, Navigator navigator) {
        this.page = page;
        this.navigator = navigator;
    }

    @Override
    public Finder capture() {
        record Found(String id, PaletteEntry entry) {}
        List<Found> sections = page.groups().stream()
                .flatMap(group -> group.sections().stream()
                        .map(section -> new Found(
                                section.id(),
                                new PaletteEntry(
                                        section.icon(),
                                        "Data",
                                        section.title(),
                                        group.title(),
                                        true,
                                        () -> navigator.go(DataPage.place(section))))))
                .toList();
        // Nothing is listed before something is typed: the page itself is enough then.
        return query -> query.isEmpty()
                ? List.of()
                : FuzzyMatch.best(query, sections, found -> found.entry().title() + " " + found.id() + " data").stream()
                        .map(Found::entry)
                        .toList();
    }
}
