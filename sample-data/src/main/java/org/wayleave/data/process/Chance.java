package org.wayleave.data.process;

/**
 * The probability that an event comes about.
 *
 * @param bySegment mean probability by segment
 * @param byCategory factor by category; empty if the category does not matter
 * @param value standard deviation of its logarithm between people; it rises with their value. The mean over events stays
 * @param sale how much higher it is during a sale, for a person whom only the price decides
 */
@SuppressWarnings("ArrayRecordComponent") // tables read in loops over people; never compared
public record Chance(double[] bySegment, double[] byCategory, double value, double sale) {
    /** Returns the probability before the person and the day change it. */
    public double declared(int segment, int category) {
        return bySegment[segment] * (byCategory.length == 0 || category < 0 ? 1 : byCategory[category]);
    }

    /** Returns whether it is certain. */
    public boolean certain() {
        for (double p : bySegment) {
            if (p < 1) {
                return false;
            }
        }
        return byCategory.length == 0 && value == 0;
    }
}
