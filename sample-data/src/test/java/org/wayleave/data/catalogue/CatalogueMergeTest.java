package org.wayleave.data.catalogue;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;

class CatalogueMergeTest {
    private final Catalogue base = Recipe.bundled("retail").catalogue();

    @Test
    void changesOfTwoPartsComeTogether() {
        Catalogue mine = owned(base, "app-team");
        Catalogue theirs =
                Catalogue.parse(base.json().replaceFirst("\"title\": \"[^\"]*\"", "\"title\": \"Another title\""));
        Catalogue merged = CatalogueMerge.of(base, mine, theirs);
        assertEquals("Another title", merged.title());
        assertEquals("app-team", owner(merged));
    }

    @Test
    void aPartThatTwoChangedInTwoWaysIsRefused() {
        Catalogue mine = owned(base, "app-team");
        String message = requireNonNull(assertThrows(
                        CatalogueException.class, () -> CatalogueMerge.of(base, mine, owned(base, "web-team")))
                .getMessage());
        assertTrue(message.contains("\"events\" was changed in another version meanwhile"), message);
    }

    @Test
    void theSameChangeTwiceIsOne() {
        Catalogue mine = owned(base, "app-team");
        assertEquals("app-team", owner(CatalogueMerge.of(base, mine, mine)));
    }

    private static Catalogue owned(Catalogue catalogue, String owner) {
        ContractDraft draft = new ContractDraft(catalogue);
        draft.apply(new ContractEdit.SetOwner("view", owner));
        return draft.now();
    }

    private static String owner(Catalogue catalogue) {
        return requireNonNull(catalogue.events().get("view")).owner();
    }
}
