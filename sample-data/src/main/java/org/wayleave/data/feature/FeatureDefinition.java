package org.wayleave.data.feature;

/**
 * How one feature is computed and quantised.
 *
 * @param edges lower edges of the bands, ascending; a value becomes the edge of its band; empty if it is not banded
 * @param windowDays days looked back, at most 365
 * @param category position of the category it is about, -1 if none
 */
@SuppressWarnings("ArrayRecordComponent") // thresholds read in loops over people; never compared
public record FeatureDefinition(
        FeatureSpec spec, Calculation calculation, double[] edges, int windowDays, int category) {
    /** Returns the lower edge of the band in which a value lies; below all bands, the lowest edge. */
    double quantise(double value) {
        if (edges.length == 0) {
            return value;
        }
        int i = edges.length - 1;
        while (i > 0 && value < edges[i] - 1e-9) {
            i--;
        }
        return edges[i];
    }
}
