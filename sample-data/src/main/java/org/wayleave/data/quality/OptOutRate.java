package org.wayleave.data.quality;

import java.time.Instant;
import java.util.List;
import org.wayleave.data.consent.ConsentRegistry;

/**
 * How many of the people who had given a consent took it back, month by month; immutable.
 *
 * @param key the consent
 * @param months starts of the months, oldest first
 * @param atRisk people whose consent was granted at the start of each month
 * @param optedOut those among them who took it back within the month
 */
public record OptOutRate(ConsentRegistry.Key key, List<Instant> months, List<Integer> atRisk, List<Integer> optedOut) {
    /** Standard normal quantile of a 95 % interval. */
    private static final double Z = 1.959963984540054;

    /** Fewest opt-outs in a month that are worth an alert. */
    public static final int LEAST = 5;

    /** Copies the lists. */
    public OptOutRate {
        months = List.copyOf(months);
        atRisk = List.copyOf(atRisk);
        optedOut = List.copyOf(optedOut);
    }

    /**
     * A share with its 95 % interval by Wilson's score.
     *
     * @param share 0 to 1; 0 if nobody was at risk
     */
    public record Interval(double share, double low, double high) {}

    /** Returns the share of a month. */
    public Interval month(int month) {
        return wilson(optedOut.get(month), atRisk.get(month));
    }

    /** Returns the share of all months before the newest, taken together. */
    public Interval before() {
        int out = 0;
        int risk = 0;
        for (int i = 0; i < months.size() - 1; i++) {
            out += optedOut.get(i);
            risk += atRisk.get(i);
        }
        return wilson(out, risk);
    }

    /** Returns the share of the newest month. */
    public Interval newest() {
        return month(months.size() - 1);
    }

    /**
     * Returns whether the newest month is unusual: at least {@link #LEAST} people opted out, and its interval lies above that of the
     * months before.
     */
    public boolean alert() {
        return months.size() > 1 && optedOut.getLast() >= LEAST && newest().low() > before().high();
    }

    /** Returns a share with its interval (E. B. Wilson, 1927). */
    static Interval wilson(int successes, int trials) {
        if (trials == 0) {
            return new Interval(0, 0, 1);
        }
        double share = (double) successes / trials;
        double z2 = Z * Z / trials;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Interval(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
