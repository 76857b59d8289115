package org.wayleave.data.feature;

import java.util.List;

/**
 * A score made of other features by a published rule, so that everybody can follow it.
 *
 * @param terms what adds to it
 * @param zeroWhen conditions any of which makes it 0
 * @param onlyWhen conditions without all of which it is absent
 */
public record Score(List<Term> terms, List<Bound> zeroWhen, List<Bound> onlyWhen) {
    /** Copies the lists. */
    public Score {
        terms = List.copyOf(terms);
        zeroWhen = List.copyOf(zeroWhen);
        onlyWhen = List.copyOf(onlyWhen);
    }

    /**
     * A part of a score: the weight if a condition holds, or a share of it that grows with a feature.
     *
     * @param bound the condition; for {@link Side#UP_TO} the value from which on the whole weight counts
     */
    public record Term(Bound bound, double weight) {
        double of(double value) {
            if (Double.isNaN(value)) {
                return 0;
            }
            if (bound.side() == Side.UP_TO) {
                return weight * Math.clamp(value / bound.value(), 0.0, 1.0);
            }
            return bound.holds(value) ? weight : 0;
        }
    }

    /** A bound on a feature; an absent feature is never within it. */
    public record Bound(String feature, Side side, double value) {
        boolean holds(double of) {
            return side == Side.AT_LEAST ? of >= value : of <= value;
        }
    }

    /** The sides of a bound. */
    public enum Side {
        UP_TO("upTo"),
        AT_LEAST("atLeast"),
        AT_MOST("atMost");

        private final String wire;

        Side(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in recipes. */
        public String wire() {
            return wire;
        }
    }
}
