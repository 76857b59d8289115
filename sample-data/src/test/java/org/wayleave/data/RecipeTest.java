package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeTest {
    @Test
    void theBundledRetailRecipeSaysWhatItIs() {
        Recipe retail = Recipe.bundled("retail");
        assertEquals("retail", retail.id());
        assertEquals("retail@" + retail.version(), retail.reference());
        assertEquals("EUR", retail.currency());
        assertEquals(List.of("retail", "banking", "streaming", "healthcare"), Recipe.verticals());
        assertTrue(retail.countries().size() >= 5);
    }

    @Test
    void anUnknownVerticalIsRefusedWithThoseThereAre() {
        assertEquals(
                "there is no recipe for the vertical \"space-travel\"; there are: retail, banking, streaming,"
                        + " healthcare",
                assertThrows(RecipeException.class, () -> Recipe.bundled("space-travel"))
                        .getMessage());
    }

    @Test
    void whatARecipeSaysWronglyIsNamedByPlace() {
        refused("\"share\": 0.26", "\"share\": 0.36", "recipe.countries: the shares must add up to 1");
        refused("\"granted\": 0.72", "\"granted\": 0.82", "recipe.consent.channels.email: the shares must add up to 1");
        refused("\"sensitivitySpread\"", "\"sensitivitySpred\"", "unknown field \"sensitivitySpred\"");
        refused("\"zone\": \"Europe/Berlin\"", "\"zone\": \"Europe/Atlantis\"", "must be a time zone");
        refused(
                "\"outShare\": 0.12",
                "\"outShare\": 1.24",
                "recipe.categories.clothing.stock.outShare must be a number");
        refused("\"rate\": \"return\"", "\"rate\": \"refund\"", "category clothing has no rate \"refund\"");
        refused("\"event\": \"search\"", "\"event\": \"seek\"", "recipe.processes.visit.opening[0].event");
        refused("\"visit\": 0.04", "\"vist\": 0.04", "nothing recurring named vist");
        refused("\"about\": \"category\"", "\"about\": \"all\"", "opening[0].about must be one of affinity");
        refused("\"event\": \"return\"", "\"event\": \"purchase\"", "lead back to purchase");
        refused("\"probability\": 0.055", "\"probability\": 1.055", "leave.lapsed.probability must be a number");
        refused("\"of\": \"recency\"", "\"of\": \"regency\"", "recipe.features[0].of must be one of recency");
        refused("\"element\": \"purchase-history\"", "\"element\": \"diary\"", "no data element diary");
        refused("\"news\": -4.2, ", "", "recipe.truth.respond.topics must have one number for each of");
        refused("\"to\": \"01-31\"", "\"to\": \"13-31\"", "must be month and day such as 11-30");
        refused("\"edges\": [0, 1, 2, 3, 5]", "\"edges\": [0, 2, 1]", "must be ascending");
        refused("\"version\": 2", "\"version\": \"one\"", "recipe.version must be a whole number");
        refused("\"id\": \"retail\"", "\"id\": \"retail", "not valid JSON");
    }

    @Test
    void changingACoefficientChangesOnlyWhatDependsOnIt() {
        Recipe changed = Recipe.parse(
                text().replace("\"probability\": 0.055", "\"probability\": 0.1"), Populations.RETAIL.catalogue());
        Person before = Populations.retail(1, 0).person(4);
        Person after = new PersonGenerator(changed, 1, Populations.AS_OF, 0).person(4);
        assertEquals(before.city(), after.city());
        assertEquals(before.consents().all(), after.consents().all());
    }

    private static void refused(String what, String by, String expected) {
        String text = text();
        assertTrue(text.contains(what), what);
        String broken = text.substring(0, text.indexOf(what)) + by + text.substring(text.indexOf(what) + what.length());
        String message = assertThrows(RecipeException.class, () -> Recipe.parse(broken, Populations.RETAIL.catalogue()))
                .getMessage();
        assertTrue(message != null && message.contains(expected), message);
    }

    private static String text() {
        return Populations.text("retail");
    }
}
