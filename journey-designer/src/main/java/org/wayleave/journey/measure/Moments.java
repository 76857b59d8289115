package org.wayleave.journey.measure;

/**
 * Count, mean and variance of numbers that come one by one. Adding follows Welford (Technometrics 4, 1962), joining follows Chan,
 * Golub and LeVeque (COMPSTAT 1982). The same numbers in the same order give the same bits.
 */
public final class Moments {

    private long count;
    private double mean;
    private double squares;

    /** Adds a number. */
    public void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    /** Adds all numbers of others, as if they came after these. */
    public void addAll(Moments others) {
        if (others.count == 0) {
            return;
        }
        long sum = count + others.count;
        double delta = others.mean - mean;
        squares += others.squares + delta * delta * ((double) count * others.count / sum);
        mean += delta * others.count / sum;
        count = sum;
    }

    /** How many numbers. */
    public long count() {
        return count;
    }

    /** Their mean; 0 when there are none. */
    public double mean() {
        return mean;
    }

    /** Their sample variance; 0 for fewer than two. */
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }
}
