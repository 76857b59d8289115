package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeTest {
    @Test
    void theBundledRetailRecipeSaysWhatItIs() {
        Recipe retail = Recipe.bundled("retail");
        assertEquals("retail", retail.id());
        assertEquals("retail@" + retail.version(), retail.reference());
        assertEquals("EUR", retail.currency());
        assertEquals(List.of("retail"), Recipe.verticals());
        assertTrue(retail.countries().size() >= 5);
    }

    @Test
    void anUnknownVerticalIsRefusedWithThoseThereAre() {
        assertEquals(
                "there is no recipe for the vertical \"space-travel\"; there are: retail",
                assertThrows(RecipeException.class, () -> Recipe.bundled("space-travel"))
                        .getMessage());
    }

    @Test
    void whatARecipeSaysWronglyIsNamedByPlace() throws IOException {
        refused("\"share\": 0.26", "\"share\": 0.36", "recipe.countries: the shares must add up to 1");
        refused("\"granted\": 0.72", "\"granted\": 0.82", "recipe.consent.channels.email: the shares must add up to 1");
        refused("\"visitSpread\"", "\"visitSpred\"", "unknown field \"visitSpred\"");
        refused("\"zone\": \"Europe/Berlin\"", "\"zone\": \"Europe/Atlantis\"", "must be a time zone");
        refused(
                "\"returnRate\": 0.24",
                "\"returnRate\": 1.24",
                "recipe.categories.clothing.returnRate must be a number");
        refused("\"of\": \"recency\"", "\"of\": \"regency\"", "recipe.features[0].of must be one of recency");
        refused("\"element\": \"purchase-history\"", "\"element\": \"diary\"", "no data element diary");
        refused("\"news\": -4.2, ", "", "recipe.truth.purchase.topics must have one number for each of");
        refused("\"to\": \"01-31\"", "\"to\": \"13-31\"", "must be month and day such as 11-30");
        refused("\"edges\": [0, 1, 2, 3, 5]", "\"edges\": [0, 2, 1]", "must be ascending");
        refused("\"version\": 1", "\"version\": \"one\"", "recipe.version must be a whole number");
        refused("\"id\": \"retail\"", "\"id\": \"retail", "not valid JSON");
    }

    @Test
    void changingACoefficientChangesOnlyWhatDependsOnIt() throws IOException {
        Recipe changed = Recipe.parse(
                text().replace("\"lapsePerMonth\": 0.055", "\"lapsePerMonth\": 0.1"), Populations.RETAIL.catalogue());
        Person before = Populations.retail(1, 0).person(4);
        Person after = new PersonGenerator(changed, 1, Populations.AS_OF, 0).person(4);
        assertEquals(before.city(), after.city());
        assertEquals(before.consents().all(), after.consents().all());
    }

    private static void refused(String what, String by, String expected) throws IOException {
        String text = text();
        assertTrue(text.contains(what), what);
        String broken = text.substring(0, text.indexOf(what)) + by + text.substring(text.indexOf(what) + what.length());
        String message = assertThrows(RecipeException.class, () -> Recipe.parse(broken, Populations.RETAIL.catalogue()))
                .getMessage();
        assertTrue(message != null && message.contains(expected), message);
    }

    private static String text() throws IOException {
        try (InputStream stream = RecipeTest.class.getResourceAsStream("retail/recipe.json")) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
