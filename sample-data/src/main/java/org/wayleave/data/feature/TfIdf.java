package org.wayleave.data.feature;

import java.util.Arrays;

/**
 * Affinities weighed by rarity: the share of a category in a person's events (term frequency) times how rare the category is among
 * people (inverse document frequency, smoothed: ln((1 + n) / (1 + n with it)) + 1), scaled to length 1. What everybody looks
 * at tells little about anybody. Fitted to a population once and then fixed, so that a value does not change with who else is
 * there. After Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988.
 */
public final class TfIdf {
    private final double[] idf;

    private TfIdf(double[] idf) {
        this.idf = idf;
    }

    /** Counts in how many people's events each category occurs. For one thread. */
    public static final class Fitting {
        private final int[] withCategory;
        private int people;

        /** Makes counts of nobody. */
        public Fitting(int categories) {
            withCategory = new int[categories];
        }

        /**
         * Counts a person.
         *
         * @param weights weight of each category and, in one more place, their sum
         */
        public void add(int[] weights) {
            people++;
            for (int c = 0; c < withCategory.length; c++) {
                withCategory[c] += weights[c] > 0 ? 1 : 0;
            }
        }

        /** Returns the number of people counted. */
        public int people() {
            return people;
        }

        /** Returns the number of people in whose events a category occurs. */
        public int with(int category) {
            return withCategory[category];
        }

        /** Returns the rarities as they are now. */
        public TfIdf fitted() {
            double[] idf = new double[withCategory.length];
            for (int c = 0; c < idf.length; c++) {
                idf[c] = StrictMath.log((1.0 + people) / (1.0 + withCategory[c])) + 1;
            }
            return new TfIdf(idf);
        }
    }

    /** Returns how rare a category is: 1 if everybody has it, more if fewer do. */
    public double idf(int category) {
        return idf[category];
    }

    /**
     * Returns the affinity to each category: 0 to 1, of length 1 together; all NaN if nothing is weighed.
     *
     * @param weights weight of each category and, in one more place, their sum
     */
    public double[] affinities(int[] weights) {
        double[] affinities = new double[idf.length];
        double squares = 0;
        for (int c = 0; c < idf.length; c++) {
            affinities[c] = (double) weights[c] / weights[idf.length] * idf[c];
            squares += affinities[c] * affinities[c];
        }
        if (weights[idf.length] == 0) {
            Arrays.fill(affinities, Double.NaN);
            return affinities;
        }
        double length = Math.sqrt(squares);
        for (int c = 0; c < idf.length; c++) {
            affinities[c] /= length;
        }
        return affinities;
    }
}
