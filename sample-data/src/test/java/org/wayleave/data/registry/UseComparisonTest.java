package org.wayleave.data.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.registry.ObservedUse.Read;
import org.wayleave.data.registry.ObservedUse.Reader;
import org.wayleave.data.registry.ObservedUse.ReaderKind;
import org.wayleave.data.registry.ObservedUse.Subject;
import org.wayleave.data.registry.UseDifference.Kind;

class UseComparisonTest {
    private static final Reader READER = new Reader(ReaderKind.JOURNEY, "win-back", "mail", "Win-back, step Mail");
    private final Catalogue retail = Recipe.bundled("retail").catalogue();

    @Test
    void aReadThatKeepsToTheRegistryIsNoDifference() {
        assertEquals(List.of(), grave(element("browsing-history", "marketing", "content", "consent", 180)));
    }

    @Test
    void eachWayToLeaveTheRegistryIsNamed() {
        assertEquals(List.of(Kind.UNDECLARED), grave(element("diary", "marketing", "", "", -1)));
        assertEquals(List.of(Kind.PURPOSE_MISMATCH), grave(element("told-goals", "analytics", "", "", -1)));
        assertEquals(
                List.of(Kind.USE_NOT_ALLOWED), grave(element("replenishment-cycle", "marketing", "content", "", -1)));
        assertEquals(List.of(Kind.BASIS_MISMATCH), grave(element("browsing-history", "", "", "contract", -1)));
        assertEquals(List.of(Kind.RETENTION_EXCEEDED), grave(element("browsing-history", "", "", "", 181)));
        assertEquals(List.of(Kind.UNDECLARED), grave(new Read(Subject.EVENT, "nap", READER, List.of(), "", "", -1)));
        assertEquals(
                List.of(Kind.RETENTION_EXCEEDED),
                grave(new Read(Subject.EVENT, "view", READER, List.of(), "", "", 100_000)));
    }

    @Test
    void whatNobodyReadsIsListedButNotWhatOnlyDelivers() {
        List<UseDifference> differences = UseComparison.of(retail, List.of());
        assertTrue(differences.stream().allMatch(difference -> difference.kind() == Kind.NEVER_READ));
        List<String> ids = differences.stream().map(UseDifference::id).toList();
        assertTrue(ids.contains("told-goals"));
        assertTrue(ids.stream().noneMatch(id -> id.endsWith("-token")));
    }

    @Test
    void theOrderOfReadsDoesNotMatter() {
        List<Read> reads = new ArrayList<>(List.of(
                element("diary", "", "", "", -1),
                element("told-goals", "analytics", "", "", -1),
                element("browsing-history", "", "", "", 181)));
        List<UseDifference> there = UseComparison.of(retail, reads);
        java.util.Collections.reverse(reads);
        assertEquals(there, UseComparison.of(retail, reads));
    }

    private List<Kind> grave(Read read) {
        return UseComparison.of(retail, List.of(read)).stream()
                .map(UseDifference::kind)
                .filter(kind -> kind != Kind.NEVER_READ)
                .toList();
    }

    private static Read element(String id, String purpose, String use, String basis, int days) {
        return new Read(
                Subject.DATA_ELEMENT, id, READER, purpose.isEmpty() ? List.of() : List.of(purpose), use, basis, days);
    }
}
