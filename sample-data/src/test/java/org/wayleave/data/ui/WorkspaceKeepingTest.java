package org.wayleave.data.ui;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueConflictException;
import org.wayleave.data.catalogue.CatalogueDraft;
import org.wayleave.data.catalogue.ContractEdit;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.ui.model.Keeping;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

class WorkspaceKeepingTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @TempDir
    Path place = Path.of("unset");

    @Test
    void contractsAreSavedIntoTheNewestVersionOfTheDocumentThatHoldsThem() {
        Catalogue shown = Recipe.bundled("retail").catalogue();
        try (Workspace workspace = workspace()) {
            // The document's id need not be that of the catalogue in it.
            workspace
                    .documents()
                    .save(new DocumentDraft(DocumentKind.CATALOGUE, "shop", shown.title(), shown.json(), 0));
            WorkspaceKeeping keeping = new WorkspaceKeeping(workspace, CLOCK);
            Catalogue mine = owned(shown, "app-team");
            assertEquals("version 2, draft", keeping.save(shown, mine).words());
            assertEquals(1, workspace.documents().list(DocumentKind.CATALOGUE).size());
            assertEquals("app-team", owner(keeping.newest(shown)));
            assertThrows(CatalogueConflictException.class, () -> keeping.save(shown, owned(shown, "web-team")));
            assertEquals(
                    "version 3, draft",
                    keeping.save(mine, owned(mine, "web-team")).words());
        }
    }

    @Test
    void aCatalogueThatIsNotKeptYetBecomesADocument() {
        Catalogue shown = Recipe.bundled("retail").catalogue();
        try (Workspace workspace = workspace()) {
            WorkspaceKeeping keeping = new WorkspaceKeeping(workspace, CLOCK);
            assertEquals(shown, keeping.newest(shown));
            assertEquals(
                    "version 1, draft",
                    keeping.save(shown, owned(shown, "app-team")).words());
        }
    }

    @Test
    void whatIsDoneOnThePageLeavesAnAuditRow() {
        try (Workspace workspace = workspace()) {
            WorkspaceKeeping keeping = new WorkspaceKeeping(workspace, CLOCK);
            keeping.record(
                    "identity.split", "Login 0a and Loyalty card 0b", Map.of("reason", "two sisters", "change", "1"));
            var row = workspace.audit().entries(1, 100).getLast();
            assertEquals("identity.split", row.type());
            assertTrue(row.detailJson().contains("two sisters"));
            assertEquals("ana", keeping.author());
            assertEquals(CLOCK.instant(), keeping.instant());
        }
    }

    @Test
    void twoWindowsThatChangeDifferentEntriesLoseNothing() {
        Catalogue shown = Recipe.bundled("retail").catalogue();
        try (Workspace workspace = workspace()) {
            WorkspaceKeeping keeping = new WorkspaceKeeping(workspace, CLOCK);
            Keeping.Saved first = keeping.save(shown, owned(shown, "app-team"));
            Keeping.Saved second = keeping.save(
                    shown,
                    RegistryEdit.text("Owner", "device", "owner", "devices").apply(shown));
            assertEquals("version 1, draft", first.words());
            assertEquals("version 2, draft", second.words());
            assertEquals("app-team", owner(keeping.newest(shown)));
            assertEquals(
                    "devices",
                    requireNonNull(keeping.newest(shown).dataElements().get("device"))
                            .stewardship()
                            .owner());
            assertEquals(keeping.newest(shown).dataElements(), second.stored().dataElements());
            CatalogueConflictException conflict =
                    assertThrows(CatalogueConflictException.class, () -> keeping.save(shown, owned(shown, "web-team")));
            assertEquals("events.view", conflict.conflicts().getFirst().path());
            assertEquals("app-team", owner(conflict.newest()));
        }
    }

    private Workspace workspace() {
        return Workspace.create(
                place.resolve("workspace"),
                new WorkspaceOptions(CLOCK, null, new Author("ana", "Ana", Role.ADMINISTRATOR)));
    }

    private static Catalogue owned(Catalogue catalogue, String owner) {
        CatalogueDraft draft = new CatalogueDraft(catalogue);
        draft.apply(new ContractEdit.SetOwner("view", owner));
        return draft.now();
    }

    private static String owner(Catalogue catalogue) {
        return requireNonNull(catalogue.events().get("view")).owner();
    }
}
