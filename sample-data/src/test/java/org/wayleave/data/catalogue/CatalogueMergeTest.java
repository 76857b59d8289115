package org.wayleave.data.catalogue;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;

class CatalogueMergeTest {
    private final Catalogue base = Recipe.bundled("retail").catalogue();

    @Test
    void changesOfDifferentEntriesComeTogether() {
        Catalogue theirs =
                Catalogue.parse(base.json().replaceFirst("\"title\": \"[^\"]*\"", "\"title\": \"Another title\""));
        Catalogue merged =
                CatalogueMerge.of(base, owned("view", "app-team"), theirs).merged();
        assertEquals("Another title", merged.title());
        assertEquals("app-team", owner(merged, "view"));
        merged = CatalogueMerge.of(base, owned("view", "app-team"), owned("purchase", "shop"))
                .merged();
        assertEquals("app-team", owner(merged, "view"));
        assertEquals("shop", owner(merged, "purchase"));
    }

    @Test
    void anEntryThatTwoChangedInTwoWaysIsReportedWithBothValues() {
        CatalogueMerge merge = CatalogueMerge.of(base, owned("view", "app-team"), owned("view", "web-team"));
        CatalogueConflict conflict = merge.conflicts().getFirst();
        assertEquals(1, merge.conflicts().size());
        assertEquals("events.view", conflict.path());
        assertEquals(
                List.of(new CatalogueConflict.Field("owner", "\"web-shop\"", "\"app-team\"", "\"web-team\"")),
                conflict.fields());
        assertTrue(requireNonNull(
                        assertThrows(CatalogueException.class, merge::merged).getMessage())
                .contains("\"events.view\" was changed in another version meanwhile"));
        assertThrows(IllegalArgumentException.class, () -> conflict.value(CatalogueConflict.Choice.BOTH));
    }

    @Test
    void theSameChangeTwiceIsOne() {
        Catalogue mine = owned("view", "app-team");
        assertEquals("app-team", owner(CatalogueMerge.of(base, mine, mine).merged(), "view"));
    }

    @Test
    void anEntryTakenOutHereAndChangedThereIsAskedAbout() {
        Catalogue more = edited(
                base,
                root -> ((ObjectNode) root.get("events"))
                        .set("stroll", root.get("events").get("view").deepCopy()));
        Catalogue without = edited(more, root -> ((ObjectNode) root.get("events")).remove("stroll"));
        CatalogueMerge merge = CatalogueMerge.of(more, without, owned(more, Map.of("stroll", "web-team")));
        CatalogueConflict conflict = merge.conflicts().getFirst();
        assertNull(conflict.mine());
        assertFalse(conflict.canKeepBoth());
        assertFalse(merge.merged(Map.of(conflict, CatalogueConflict.Choice.MINE))
                .events()
                .containsKey("stroll"));
    }

    /** Whatever two people change, what only one changed is there afterwards, and each doubly changed entry is reported. */
    @Test
    void noChangeOfAnybodyIsLost() {
        List<String> events = List.copyOf(base.events().keySet());
        for (int seed = 0; seed < 200; seed++) {
            Map<String, String> mine = owners(events, seed);
            Map<String, String> theirs = owners(events, seed + 10_000);
            CatalogueMerge merge = CatalogueMerge.of(base, owned(base, mine), owned(base, theirs));
            Set<String> twice = events.stream()
                    .filter(event -> mine.containsKey(event)
                            && theirs.containsKey(event)
                            && !mine.get(event).equals(theirs.get(event)))
                    .map(event -> "events." + event)
                    .collect(Collectors.toSet());
            assertEquals(
                    twice,
                    merge.conflicts().stream().map(CatalogueConflict::path).collect(Collectors.toSet()));
            Catalogue merged = merge.merged(
                    merge.conflicts().stream().collect(Collectors.toMap(c -> c, c -> CatalogueConflict.Choice.MINE)));
            for (String event : events) {
                String wanted = mine.getOrDefault(event, theirs.getOrDefault(event, owner(base, event)));
                assertEquals(wanted, owner(merged, event));
            }
        }
    }

    private static Map<String, String> owners(List<String> events, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, String> owners = new HashMap<>();
        for (String event : events) {
            if (random.nextInt(3) == 0) {
                owners.put(event, "team-" + random.nextInt(3));
            }
        }
        return owners;
    }

    private Catalogue owned(String event, String owner) {
        return owned(base, Map.of(event, owner));
    }

    private static Catalogue owned(Catalogue catalogue, Map<String, String> owners) {
        CatalogueDraft draft = new CatalogueDraft(catalogue);
        owners.forEach((event, owner) -> draft.apply(new ContractEdit.SetOwner(event, owner)));
        return draft.now();
    }

    private static Catalogue edited(Catalogue catalogue, Consumer<ObjectNode> change) {
        ObjectNode tree = CatalogueEntries.tree(catalogue);
        change.accept(tree);
        return Catalogue.parse(tree.toString());
    }

    private static String owner(Catalogue catalogue, String event) {
        return requireNonNull(catalogue.events().get(event)).owner();
    }
}
