package org.wayleave.data.quality;

import java.util.List;

/**
 * What was measured of a population.
 *
 * @param measured number of people looked at; those of the lowest indexes, which are a random sample
 * @param people size of the population
 * @param features a profile of each feature, in the order of the schema
 * @param consents the rates of each consent, in the order of the registry
 * @param events how many of the events looked at break their contract
 */
public record QualityReport(
        int measured, int people, List<FeatureProfile> features, List<ConsentRate> consents, EventCheck events) {
    /** Copies the lists. */
    public QualityReport {
        features = List.copyOf(features);
        consents = List.copyOf(consents);
    }

    /**
     * How events agree with their contracts.
     *
     * @param checked number of events compared with the catalogue
     * @param broken number of those that lack something or hold too much
     * @param example what is wrong with the first of them, empty if none
     */
    public record EventCheck(long checked, long broken, String example) {}
}
