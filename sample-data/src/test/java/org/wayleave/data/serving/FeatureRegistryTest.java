package org.wayleave.data.serving;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueDraft;
import org.wayleave.data.catalogue.ContractEdit;
import org.wayleave.data.catalogue.EventField;

class FeatureRegistryTest {
    private final Recipe retail = Recipe.bundled("retail");

    @ParameterizedTest
    @MethodSource("org.wayleave.data.serving.SkewTest#recipes")
    void everyFeatureHasASourceAPurposeABasisAnOwnerAndAVersion(Recipe recipe) {
        FeatureRegistry registry = FeatureRegistry.of(recipe, recipe.catalogue());
        assertEquals(
                recipe.featureSchema().features().size(), registry.entries().size());
        Set<String> versions = new HashSet<>();
        for (FeatureEntry entry : registry.entries()) {
            assertFalse(entry.sources().isEmpty(), entry.name());
            assertFalse(entry.basis().isEmpty(), entry.name());
            assertFalse(entry.purposes().isEmpty(), entry.name());
            assertTrue(entry.retentionDays() > 0, entry.name());
            assertEquals("", entry.refusal(), entry.name());
            assertTrue(versions.add(entry.version()), entry.name());
            assertEquals(6, entry.lineage().size());
        }
    }

    @Test
    void aFeatureThatReadsADirectIdentifierIsRefusedAndSoIsWhatIsMadeFromIt() {
        CatalogueDraft draft = new CatalogueDraft(retail.catalogue());
        draft.apply(new ContractEdit.ChangeField(
                "purchase", "amount", new EventField("amount", EventField.Type.NUMBER, true, EventField.Pii.DIRECT)));
        FeatureRegistry registry = FeatureRegistry.of(retail, draft.now());
        List<String> refused =
                registry.refused().stream().map(FeatureEntry::name).toList();
        assertTrue(refused.contains("monetary"), refused.toString());
        assertTrue(requireNonNull(registry.entry("monetary")).refusal().contains("a direct identifier"));
        assertFalse(refused.contains("frequency"), refused.toString());
    }

    @Test
    void aTokenIsNoFeatureEither() {
        CatalogueDraft draft = new CatalogueDraft(retail.catalogue());
        draft.apply(new ContractEdit.ChangeField(
                "view", "category", new EventField("category", EventField.Type.STRING, true, EventField.Pii.TOKEN)));
        assertTrue(FeatureRegistry.of(retail, draft.now()).refused().stream()
                .allMatch(entry -> entry.refusal().contains("token of a person")));
        assertFalse(FeatureRegistry.of(retail, draft.now()).refused().isEmpty());
    }

    @Test
    void lookingBackFurtherThanDataIsKeptIsFound() {
        CatalogueDraft draft = new CatalogueDraft(retail.catalogue());
        draft.apply(new ContractEdit.SetRetention("purchase", 10));
        FeatureEntry frequency =
                requireNonNull(FeatureRegistry.of(retail, draft.now()).entry("frequency"));
        assertTrue(
                frequency.findings().toString().contains("looks back further than the 10 days"),
                frequency.findings().toString());
    }

    @Test
    void theFingerprintFollowsTheDefinition() {
        var definitions = retail.features().definitions();
        assertNotEquals(
                FeatureRegistry.fingerprint(definitions.get(0)), FeatureRegistry.fingerprint(definitions.get(1)));
        Catalogue catalogue = retail.catalogue();
        assertEquals(
                FeatureRegistry.of(retail, catalogue).entries().getFirst().version(),
                FeatureRegistry.of(Recipe.bundled("retail"), catalogue)
                        .entries()
                        .getFirst()
                        .version());
    }

    @Test
    void whatLooksBackAShortTimeLivesAShortTime() {
        for (FeatureEntry entry : FeatureRegistry.of(retail, retail.catalogue()).entries()) {
            assertTrue(entry.lifetime().compareTo(Duration.ofDays(7)) <= 0);
            assertTrue(
                    entry.lifetime().toMillis() <= Math.max(entry.definition().windowMillis() / 4, 900_000L)
                            || !entry.definition().calculation().readsEvents());
        }
    }
}
