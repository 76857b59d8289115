package org.wayleave.data.quality;

import java.time.Instant;
import java.util.List;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;

/** How many people had which state of one consent, month by month; immutable. */
public final class ConsentRate {
    /** The least change of the granted share that is worth an alert: a percentage point. */
    public static final double LEAST_CHANGE = 0.01;

    /** Scale of the mean moving range to three standard deviations, for ranges of two (Shewhart; 3 / 1.128). */
    private static final double RANGE_TO_LIMIT = 2.66;

    private final int position;
    private final ConsentRegistry.Key key;
    private final List<Instant> times;
    private final int[][] counts;
    private final int runningOut;

    /** What the newest month says against the months before. */
    public enum Alert {
        /** Within what the months before let expect, or too few months to say. */
        NONE,
        /** Fewer people agree than the months before let expect. */
        FALL,
        /** More people agree than the months before let expect. */
        RISE
    }

    /**
     * Takes over the counts.
     *
     * @param position in the registry
     * @param times of the observations, oldest first
     * @param counts per observation and state, by {@link #slot}
     * @param runningOut people whose consent is granted at the newest observation and runs out within 30 days after it
     */
    ConsentRate(int position, ConsentRegistry.Key key, List<Instant> times, int[][] counts, int runningOut) {
        this.position = position;
        this.key = key;
        this.times = List.copyOf(times);
        this.counts = counts;
        this.runningOut = runningOut;
    }

    /** Returns where the number of people with a state stands, 0 to 3. */
    static int slot(ConsentState.State state) {
        return switch (state) {
            case DENIED -> 0;
            case EXPIRED -> 1;
            case UNKNOWN -> 2;
            case GRANTED -> 3;
        };
    }

    /** Returns the position in the registry. */
    public int position() {
        return position;
    }

    /** Returns the consent. */
    public ConsentRegistry.Key key() {
        return key;
    }

    /** Returns when the observations were made, oldest first. */
    public List<Instant> times() {
        return times;
    }

    /** Returns how many people were customers at an observation. */
    public int people(int observation) {
        int sum = 0;
        for (int count : counts[observation]) {
            sum += count;
        }
        return sum;
    }

    /** Returns the share of the customers at an observation whose consent had a state, 0 to 1; 0 if there were none. */
    public double share(ConsentState.State state, int observation) {
        int people = people(observation);
        return people == 0 ? 0 : (double) counts[observation][slot(state)] / people;
    }

    /** Returns the share of a state at the newest observation. */
    public double share(ConsentState.State state) {
        return share(state, times.size() - 1);
    }

    /** Returns how many people's consent runs out within 30 days after the newest observation. */
    public int runningOut() {
        return runningOut;
    }

    /** Returns by how much the granted share changed from one observation to the next, -1 to 1. */
    public double change(int observation) {
        return share(ConsentState.State.GRANTED, observation) - share(ConsentState.State.GRANTED, observation - 1);
    }

    /** Returns the newest change of the granted share, 0 if there is only one observation. */
    public double change() {
        return times.size() < 2 ? 0 : change(times.size() - 1);
    }

    /**
     * Compares the newest change of the granted share with those before by a chart of individual values and moving ranges: an
     * alert if it lies beyond the mean by more than 2.66 mean moving ranges, in the direction in which the share moved, and is at
     * least {@link #LEAST_CHANGE}.
     */
    public Alert alert() {
        int newest = times.size() - 1;
        // Two ranges are the least from which a limit can be drawn.
        if (newest < 4) {
            return Alert.NONE;
        }
        double sum = 0;
        double ranges = 0;
        for (int i = 1; i < newest; i++) {
            sum += change(i);
            ranges += i > 1 ? Math.abs(change(i) - change(i - 1)) : 0;
        }
        double mean = sum / (newest - 1);
        double limit = RANGE_TO_LIMIT * ranges / (newest - 2);
        double beyond = change() - mean;
        if (Math.abs(beyond) <= limit || Math.abs(change()) < LEAST_CHANGE) {
            return Alert.NONE;
        }
        // A share that still grows, only more slowly, has not fallen.
        if (beyond < 0) {
            return change() < 0 ? Alert.FALL : Alert.NONE;
        }
        return change() > 0 ? Alert.RISE : Alert.NONE;
    }
}
