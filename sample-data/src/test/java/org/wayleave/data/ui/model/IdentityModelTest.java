package org.wayleave.data.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityModelTest {
    private final InlineBackground background = new InlineBackground();
    private final KeptInMemory kept = new KeptInMemory();
    private final PeopleModel people = new PeopleModel(background);
    private final IdentityModel model = new IdentityModel(people, kept, background);

    @BeforeEach
    void resolve() {
        people.show(EventsModelTest.population());
        background.runAll();
        model.resolve();
        background.runAll();
    }

    @Test
    void clustersArePicturedWithTheirPairsAndWhy() {
        IdentityModel.ClusterRow row = model.rows().getFirst();
        List<IdentityModel.PairRow> pairs = model.pairs(row.cluster());
        assertTrue(pairs.getFirst().linked());
        assertTrue(model.around(row.cluster()).containsAll(model.members(row.cluster())));
        List<String> why = model.why(pairs.getFirst());
        assertTrue(why.stream().anyMatch(sentence -> sentence.startsWith("Confidence")), why.toString());
        assertTrue(why.stream().anyMatch(sentence -> sentence.startsWith("Events: ")), why.toString());
        assertTrue(model.name(pairs.getFirst().first()).matches(".* [0-9a-f]{8}"));
    }

    @Test
    void aSplitLeavesAnAuditRowAndIsUndone() {
        IdentityModel.ClusterRow row = model.rows().getFirst();
        List<Integer> before = model.members(row.cluster());
        IdentityModel.PairRow link = model.pairs(row.cluster()).getFirst();
        model.split(link.first(), link.second(), "two sisters");
        background.runAll();
        assertEquals(List.of("identity.split two sisters"), kept.rows);
        assertTrue(model.members(row.cluster()).size() < before.size());
        assertTrue(model.log().getFirst().contains("split by ana: two sisters"));
        model.undo();
        background.runAll();
        assertEquals(before, model.members(row.cluster()));
        assertTrue(model.canRedo());
    }

    @Test
    void aChangeWhoseAuditRowCannotBeWrittenIsTakenBack() {
        kept.refuses = true;
        IdentityModel.ClusterRow row = model.rows().getFirst();
        List<Integer> before = model.members(row.cluster());
        IdentityModel.PairRow link = model.pairs(row.cluster()).getFirst();
        model.split(link.first(), link.second(), "two sisters");
        background.runAll();
        assertEquals(before, model.members(row.cluster()));
        assertTrue(model.problemProperty().get().contains("taken back"));
        assertFalse(model.canUndo());
    }

    @Test
    void aRefusedChangeSaysWhy() {
        IdentityModel.ClusterRow row = model.rows().getFirst();
        IdentityModel.PairRow link = model.pairs(row.cluster()).getFirst();
        model.merge(link.first(), link.second(), "again");
        assertEquals(
                "the two identifiers are in one cluster already",
                model.problemProperty().get());
        assertEquals(List.of(), kept.rows);
    }

    @Test
    void thePopulationIsResolvedOnceAndAgainWhenAsked() {
        model.resolve();
        assertEquals(0, background.waiting());
        model.resolveAgain();
        assertEquals(1, background.waiting());
        model.steps().cancel();
        background.runAll();
        assertTrue(model.steps().statusProperty().get().startsWith("Stopped early. "));
    }
}
