package org.wayleave.data.registry;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueDraft;
import org.wayleave.data.catalogue.CatalogueException;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Transfer;

class RegistryEditTest {
    private final Catalogue retail = Recipe.bundled("retail").catalogue();
    private final CatalogueDraft draft = new CatalogueDraft(retail);

    @Test
    void editsAreUndoneAndDoneAgainByName() {
        draft.apply(RegistryEdit.text("Change the owner", "device", "owner", "apps"));
        draft.apply(RegistryEdit.number("Change the retention", "device", "retentionDays", 30));
        assertEquals("apps", device(draft.now()).stewardship().owner());
        assertEquals(30, device(draft.now()).retentionDays());
        assertEquals("Change the retention", draft.undoLabel());
        draft.undo();
        assertEquals("apps", device(draft.now()).stewardship().owner());
        assertEquals(365, device(draft.now()).retentionDays());
        assertEquals("Change the retention", draft.redoLabel());
        draft.redo();
        assertEquals(30, device(draft.now()).retentionDays());
        draft.undo();
        draft.undo();
        assertSame(retail, draft.now());
        assertFalse(draft.changed());
    }

    @Test
    void anEditThatBreaksTheCatalogueChangesNothing() {
        assertThrows(
                CatalogueException.class,
                () -> draft.apply(RegistryEdit.texts("Purposes", "device", "purposes", List.of("tea"))));
        assertThrows(
                CatalogueException.class,
                () -> draft.apply(RegistryEdit.number("Days", "device", "retentionDays", -1)));
        assertThrows(
                CatalogueException.class,
                () -> draft.apply(
                        RegistryEdit.transfers("To", "device", List.of(new Transfer("nobody", "US", "none")))));
        assertSame(retail, draft.now());
        assertEquals("", draft.undoLabel());
    }

    @Test
    void editsAreCarriedOverToANewerVersionAndKeepItsChanges() {
        draft.apply(RegistryEdit.text("Change the owner", "device", "owner", "apps"));
        Catalogue newer =
                RegistryEdit.text("Elsewhere", "city", "owner", "logistics").apply(retail);
        assertEquals(List.of(), draft.rebase(newer));
        assertEquals("apps", device(draft.now()).stewardship().owner());
        assertEquals(
                "logistics",
                requireNonNull(draft.now().dataElements().get("city"))
                        .stewardship()
                        .owner());
        assertEquals(List.of("dataElements.device"), draft.changes());
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsKept() {
        Catalogue odd = Catalogue.parse(retail.json().replaceFirst("\\{", "{\"x-note\": \"kept\","));
        Catalogue edited = RegistryEdit.text("Owner", "device", "owner", "apps").apply(odd);
        assertTrue(edited.json().contains("\"x-note\" : \"kept\""));
    }

    private static DataElement device(Catalogue catalogue) {
        return requireNonNull(catalogue.dataElements().get("device"));
    }
}
