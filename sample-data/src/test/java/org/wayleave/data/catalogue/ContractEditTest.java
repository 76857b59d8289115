package org.wayleave.data.catalogue;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;

class ContractEditTest {
    private final Catalogue retail = Recipe.bundled("retail").catalogue();
    private final CatalogueDraft draft = new CatalogueDraft(retail);

    @Test
    void everyEditIsNamedAndUndoneExactly() {
        EventField note = new EventField("note", EventField.Type.STRING, false, EventField.Pii.NONE);
        List<ContractEdit> edits = List.of(
                new ContractEdit.SetOwner("view", "app-team"),
                new ContractEdit.SetRetention("view", 60),
                new ContractEdit.SetLateness("support", 12),
                new ContractEdit.AddField("view", note),
                new ContractEdit.ChangeField(
                        "view", "note", new EventField("remark", EventField.Type.STRING, true, EventField.Pii.NONE)),
                new ContractEdit.RemoveField("view", "size"));
        for (ContractEdit edit : edits) {
            draft.apply(edit);
            assertEquals(edit.label(), draft.undoLabel());
        }
        EventContract view = view();
        assertEquals("app-team", view.owner());
        assertEquals(60, view.retentionDays());
        assertTrue(requireNonNull(view.field("remark")).required());
        assertNull(view.field("size"));
        assertEquals(retail.dataElements(), draft.now().dataElements());
        assertTrue(draft.changed());
        for (int i = 0; i < edits.size(); i++) {
            draft.undo();
        }
        assertEquals(retail.json(), draft.now().json());
        assertFalse(draft.changed());
        assertEquals("", draft.undoLabel());
        while (!draft.redoLabel().isEmpty()) {
            draft.redo();
        }
        assertEquals(view, view());
    }

    @Test
    void anEditThatBreaksTheCatalogueChangesNothing() {
        assertThrows(CatalogueException.class, () -> draft.apply(new ContractEdit.SetRetention("view", -1)));
        assertThrows(
                CatalogueException.class,
                () -> draft.apply(new ContractEdit.AddField(
                        "view", new EventField("time", EventField.Type.TIME, true, EventField.Pii.NONE))));
        assertThrows(CatalogueException.class, () -> draft.apply(new ContractEdit.RemoveField("view", "absent")));
        assertThrows(CatalogueException.class, () -> draft.apply(new ContractEdit.SetOwner("absent", "x")));
        assertFalse(draft.changed());
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        draft.apply(new ContractEdit.SetOwner("view", "web-shop"));
        assertEquals("", draft.undoLabel());
    }

    @Test
    void whatIsSavedIsNoLongerChangedButCanBeUndone() {
        draft.apply(new ContractEdit.SetOwner("view", "app-team"));
        draft.saved(draft.now(), draft.now());
        assertFalse(draft.changed());
        draft.undo();
        assertTrue(draft.changed());
    }

    private EventContract view() {
        return requireNonNull(draft.now().events().get("view"));
    }
}
