package org.wayleave.data;

import java.util.List;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.feature.FeatureSchema;

record RecipeContent(
        String id,
        int version,
        String title,
        String vertical,
        String currency,
        List<Category> categories,
        List<Country> countries,
        Consents consents,
        FeaturesSpec features) {
    record Consents(ConsentRegistry registry) {}

    record FeaturesSpec(FeatureSchema schema) {}
}
