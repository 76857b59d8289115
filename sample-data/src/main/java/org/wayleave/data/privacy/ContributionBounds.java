package org.wayleave.data.privacy;

/**
 * How much one person may count in a release. What goes beyond is left out or cut off, so that the noise can be sized by what one
 * person can change.
 *
 * @param groups most groups that one person counts in, 1 or more
 * @param lowest least value that counts in a sum
 * @param highest greatest value that counts in a sum, at least the least
 */
public record ContributionBounds(int groups, long lowest, long highest) {
    /** Checks the order. */
    public ContributionBounds {
        if (groups < 1 || lowest > highest) {
            throw new IllegalArgumentException(
                    "bounds of " + groups + " groups and values from " + lowest + " to " + highest + " admit nothing");
        }
    }

    /** For counts of people. */
    public static ContributionBounds counts(int groups) {
        return new ContributionBounds(groups, 0, 1);
    }

    /** The value as it counts. */
    long clamp(long value) {
        return Math.clamp(value, lowest, highest);
    }

    /** How far one person moves all groups together, in Euclidean length, squared. */
    Ratio squaredSensitivity() {
        long most = Math.max(Math.absExact(lowest), Math.absExact(highest));
        return Ratio.of(Math.multiplyExact(Math.multiplyExact(most, most), groups), 1);
    }
}
