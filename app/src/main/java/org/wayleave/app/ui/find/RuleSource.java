package org.wayleave.app.ui.find;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.ui.shell.FuzzyMatch;
import org.wayleave.app.ui.shell.PaletteEntry;
import org.wayleave.app.ui.shell.PaletteSource;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.policy.pack.RuleInfo;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;

/** Finds the rules of the policies by id and title. */
public final class RuleSource implements PaletteSource {
    private static final int SHORTEST = 2;

    private final Workspace workspace;
    private final DocumentPlaces places;
    private final Navigator navigator;

    public RuleSource(Workspace workspace, DocumentPlaces places, Navigator navigator) {
        this.workspace = workspace;
        this.places = places;
        this.navigator = navigator;
    }

    @Override
    public Finder capture() {
        return query -> query.length() < SHORTEST ? List.of() : find(query);
    }

    private List<PaletteEntry> find(String query) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (DocumentSummary document : workspace.documents().list(DocumentKind.POLICY)) {
            workspace.documents().latest(DocumentKind.POLICY, document.id()).ifPresent(version -> {
                for (RuleInfo rule : PolicyPack.fromDocument(version.json()).rules()) {
                    places.of(new Place("policies", document.id(), rule.id()))
                            .ifPresent(place -> entries.add(new PaletteEntry(
                                    Feather.SHIELD,
                                    "Rule",
                                    rule.title(),
                                    rule.file() + ", line " + rule.line(),
                                    true,
                                    () -> navigator.go(place))));
                }
            });
        }
        return FuzzyMatch.best(query, entries, entry -> entry.title() + " " + entry.detail());
    }
}
