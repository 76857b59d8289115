package org.wayleave.data.process;

/**
 * How long after another event one comes: a least time and an exponential time.
 *
 * @param leastMillis least time
 * @param meanMillis mean of what is added to it
 */
public record Delay(double leastMillis, double meanMillis) {
    /** At once. */
    public static final Delay NONE = new Delay(0, 0);

    /** Returns whether it takes no time. */
    public boolean isNone() {
        return leastMillis == 0 && meanMillis == 0;
    }

    /** Returns the probability that it is over after some time. */
    public double within(double millis) {
        if (millis < leastMillis) {
            return 0;
        }
        return meanMillis == 0 ? 1 : -StrictMath.expm1(-(millis - leastMillis) / meanMillis);
    }
}
