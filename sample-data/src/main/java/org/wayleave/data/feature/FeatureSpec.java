package org.wayleave.data.feature;

import java.util.List;

/**
 * A feature as policies, models and journeys see it.
 *
 * @param name camel case, unique
 * @param title in words
 * @param description one sentence: what it is and how it is quantised
 * @param kind type of the value
 * @param unit unit of a number, empty if it has none
 * @param vocabulary the possible texts of a TEXT feature, empty otherwise
 * @param dataElement id of the catalogue's data element it is made from
 */
public record FeatureSpec(
        String name,
        String title,
        String description,
        FeatureKind kind,
        String unit,
        List<String> vocabulary,
        String dataElement) {
    /** Copies the vocabulary. */
    public FeatureSpec {
        vocabulary = List.copyOf(vocabulary);
    }
}
