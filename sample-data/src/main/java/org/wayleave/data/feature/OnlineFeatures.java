package org.wayleave.data.feature;

import java.time.Duration;

/**
 * The features of one person, kept up to date one event at a time. Events may arrive in any order within the allowed lateness;
 * those of one instant are ordered by their numbers. Asked for an instant, it gives what
 * {@link FeatureTable#compute} gives from the same events: events at the instant and after it wait. An event costs time in proportion to
 * the features and to how late it is, not to the events remembered. For one thread.
 */
public final class OnlineFeatures {
    private static final int LEAST_DROPPED = 64;

    private final FeatureTable table;
    private final long lateness;
    private final EventBuffer buffer = new EventBuffer();
    private final FeatureState[] states;
    private final AffinityState[] affinities;
    private final long[] newest;
    private int admitted;
    private long asked = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;
    private long tooLate;

    /** What became of an event that arrived. */
    public enum Arrival {
        /** It is newer than all before it. */
        IN_ORDER,
        /** It came after newer ones, within the allowed lateness. */
        LATE,
        /** It came too late and is not counted. */
        TOO_LATE
    }

    OnlineFeatures(FeatureTable table, Duration lateness) {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("the allowed lateness must not be negative, is " + lateness);
        }
        this.table = table;
        this.lateness = lateness.toMillis();
        states = new FeatureState[table.definitions().size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = new FeatureState(table.definitions().get(i), table.calculator(i), table.categories());
        }
        affinities = table.affinities().stream()
                .map(weights -> new AffinityState(weights, table.categories()))
                .toArray(AffinityState[]::new);
        newest = new long[table.elements().size()];
    }

    /**
     * Takes in an event.
     *
     * @param time when it happened, epoch milliseconds
     * @param sequence number by which the source orders events of one instant
     * @param code code of its kind
     * @param category position of its category, -1 if none
     * @param cents amount in hundredths of its unit
     * @param atReducedPrice whether it has a discount
     */
    public Arrival add(long time, long sequence, int code, int category, int cents, boolean atReducedPrice) {
        boolean inOrder = time >= latest;
        if (!inOrder && time < latest - lateness) {
            tooLate++;
            return Arrival.TOO_LATE;
        }
        latest = Math.max(latest, time);
        int at = buffer.add(time, sequence, code, category, cents, atReducedPrice);
        if (time < asked) {
            admitted++;
            enter(at);
        }
        return inOrder ? Arrival.IN_ORDER : Arrival.LATE;
    }

    /**
     * Returns the weights that {@link FeatureTable#weights} gives, at the instant asked for last.
     *
     * @throws IllegalStateException if no feature weighs events
     */
    public int[] weights() {
        if (affinities.length == 0) {
            throw new IllegalStateException("no feature weighs events by category");
        }
        return affinities[0].byCategory().clone();
    }

    /** Returns the number of events that came too late. */
    public long tooLate() {
        return tooLate;
    }

    /** Returns the number of events remembered, those among them that wait. */
    public int remembered() {
        return buffer.size();
    }

    /**
     * Returns the features at an instant.
     *
     * @param now epoch milliseconds, not before the instant asked for last
     * @throws IllegalArgumentException if it is
     */
    public Features at(long now, ProfileFacts profile) {
        if (now < asked) {
            throw new IllegalArgumentException("features are asked for in order of time");
        }
        asked = now;
        latest = Math.max(latest, now);
        while (admitted < buffer.size() && buffer.time(admitted) < now) {
            enter(admitted++);
        }
        int oldest = admitted;
        for (AffinityState affinity : affinities) {
            oldest = Math.min(oldest, affinity.slide(buffer, admitted, now));
        }
        double[] values = new double[states.length];
        for (int i = 0; i < states.length; i++) {
            oldest = Math.min(oldest, states[i].slide(buffer, admitted, now));
            values[i] = value(i, values, now, profile);
        }
        int[] ages = new int[newest.length];
        for (int i = 0; i < ages.length; i++) {
            long time = newest(table.elements().get(i), newest[i], now, profile);
            ages[i] = time == 0 || time > now ? -1 : (int) ((now - time) / FeatureTable.DAY);
        }
        forget(oldest);
        return new Features(table.schema(), values, ages);
    }

    private double value(int i, double[] values, long now, ProfileFacts profile) {
        if (table.affinityOf(i) >= 0) {
            return table.calculator(i).ofWeights(affinities[table.affinityOf(i)].byCategory());
        }
        if (table.definitions().get(i).score() != null) {
            return table.calculator(i).ofFeatures(values, table.schema());
        }
        return states[i].value(buffer, admitted, now, profile);
    }

    private static long newest(ElementAge element, long seen, long now, ProfileFacts profile) {
        return switch (element.origin()) {
            case EVENTS -> seen >= now - FeatureTable.WINDOW_DAYS * FeatureTable.DAY ? seen : 0;
            case PROFILE -> profile.joined();
            case PREFERENCES -> profile.preferences();
            case SIZES -> profile.sizes();
            case GOALS -> profile.goals();
        };
    }

    private void enter(int at) {
        for (FeatureState state : states) {
            state.enter(buffer, at);
        }
        for (AffinityState affinity : affinities) {
            affinity.enter(buffer, at);
        }
        for (int i = 0; i < newest.length; i++) {
            ElementAge element = table.elements().get(i);
            boolean about = element.category() < 0 || element.category() == buffer.category(at);
            if (about && holds(element, buffer.code(at))) {
                newest[i] = Math.max(newest[i], buffer.time(at));
            }
        }
    }

    private static boolean holds(ElementAge element, int code) {
        for (int k = 0; k < element.events().size(); k++) {
            if (element.events().get(k).code() == code) {
                return true;
            }
        }
        return false;
    }

    /** Drops the events that no window reaches any more, now and then many at once. */
    private void forget(int oldest) {
        if (oldest >= LEAST_DROPPED && oldest >= buffer.size() / 2) {
            buffer.drop(oldest);
            admitted -= oldest;
            for (FeatureState state : states) {
                state.dropped(oldest);
            }
            for (AffinityState affinity : affinities) {
                affinity.dropped(oldest);
            }
        }
    }
}
