package org.wayleave.data.comparison;

/**
 * How often people of a protected group get a favourable outcome, compared with a reference group.
 *
 * @param protectedGroup the group to be protected
 * @param reference the group it is compared with, of which at least one has the favourable outcome
 */
public record DisparateImpact(Group protectedGroup, Group reference) {
    /** Below this ratio, selection is taken as evidence of adverse impact (29 CFR 1607.4 D, the rule of four fifths). */
    public static final double FOUR_FIFTHS = 0.8;

    private static final double Z = 1.959963984540054;

    /** Checks that the ratio exists. */
    public DisparateImpact {
        if (reference.favoured() == 0) {
            throw new IllegalArgumentException(
                    "nobody in the reference group has the favourable outcome, so that no ratio to it exists");
        }
    }

    /** Rate of the protected group over that of the reference group; 0 or more. */
    public double ratio() {
        return protectedGroup.rate() / reference.rate();
    }

    /** Lower end of the 95 % interval of the ratio, on the logarithmic scale (Katz et al., Biometrics 1978). */
    public double low() {
        return protectedGroup.favoured() == 0 ? 0 : ratio() * Math.exp(-Z * deviation());
    }

    /** Upper end of that interval; infinite where nobody of the protected group has the favourable outcome. */
    public double high() {
        return protectedGroup.favoured() == 0 ? Double.POSITIVE_INFINITY : ratio() * Math.exp(Z * deviation());
    }

    /** Whether the ratio lies below four fifths. */
    public boolean adverse() {
        return ratio() < FOUR_FIFTHS;
    }

    private double deviation() {
        return Math.sqrt(protectedGroup.relativeVariance() + reference.relativeVariance());
    }

    /**
     * A group of people.
     *
     * @param favoured how many have the favourable outcome, from 0 to all of them
     * @param people how many there are, at least one
     */
    public record Group(int favoured, int people) {
        /** Checks the counts. */
        public Group {
            if (people < 1 || favoured < 0 || favoured > people) {
                throw new IllegalArgumentException(favoured + " of " + people + " people is no rate");
            }
        }

        /** Share of people with the favourable outcome, from 0 to 1. */
        public double rate() {
            return (double) favoured / people;
        }

        private double relativeVariance() {
            return (1 - rate()) / favoured;
        }
    }
}
