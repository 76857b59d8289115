package org.wayleave.data.serving;

import java.util.List;

/**
 * Whether features computed in a batch and kept up to date one event at a time agree.
 *
 * @param people people compared
 * @param instants instants at which each of them was compared
 * @param values values compared once all events had arrived
 * @param differences how many of those differ; 0 if nothing is skewed
 * @param servedAtOnce how many values differ when they are served without waiting for what is still on its way
 * @param late events that arrived after newer ones
 * @param features one row for each feature, in the order of the recipe
 */
public record SkewReport(
        int people,
        int instants,
        long values,
        long differences,
        long servedAtOnce,
        long late,
        List<FeatureSkew> features) {
    /** Copies the list. */
    public SkewReport {
        features = List.copyOf(features);
    }

    /**
     * How one feature agrees.
     *
     * @param differences values that differ once all events had arrived
     * @param servedAtOnce values that differ without waiting
     * @param example the first difference in words, empty if there is none
     */
    public record FeatureSkew(String feature, long differences, long servedAtOnce, String example) {}
}
