package org.wayleave.data.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;

/** Counts the states of all consents of people at monthly observations up to a moment. For one thread. */
public final class ConsentRateMonitor {
    private static final long SOON = Duration.ofDays(30).toMillis();
    private static final int STATES = ConsentState.State.values().length;

    private final ConsentRegistry registry;
    private final List<Instant> times = new ArrayList<>();
    private final int[][][] counts;
    private final int[] runningOut;

    /**
     * Makes a monitor.
     *
     * @param newest the newest observation
     * @param months how many months back the oldest lies, 0 or more
     */
    public ConsentRateMonitor(ConsentRegistry registry, Instant newest, int months) {
        this.registry = registry;
        for (int i = months; i >= 0; i--) {
            times.add(newest.atOffset(ZoneOffset.UTC).minusMonths(i).toInstant());
        }
        counts = new int[registry.size()][times.size()][STATES];
        runningOut = new int[registry.size()];
    }

    /**
     * Adds a person.
     *
     * @param joined when the person became a customer, epoch milliseconds; observations before do not count
     */
    public void add(long joined, ConsentHistory consents) {
        for (int i = 0; i < times.size(); i++) {
            long time = times.get(i).toEpochMilli();
            if (joined <= time) {
                for (int position = 0; position < registry.size(); position++) {
                    counts[position][i][ConsentRate.slot(consents.status(position, time))]++;
                }
            }
        }
        long newest = times.getLast().toEpochMilli();
        for (int position = 0; position < registry.size() && joined <= newest; position++) {
            int last = consents.lastChange(position, newest);
            if (last >= 0
                    && consents.kind(last).state() == ConsentState.State.GRANTED
                    && consents.time(last) + registry.key(position).lifetimeMillis() <= newest + SOON) {
                runningOut[position]++;
            }
        }
    }

    /** Returns the rates so far, in the order of the registry. */
    public List<ConsentRate> rates() {
        List<ConsentRate> rates = new ArrayList<>();
        for (int position = 0; position < registry.size(); position++) {
            int[][] copy = new int[times.size()][];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = counts[position][i].clone();
            }
            rates.add(new ConsentRate(position, registry.key(position), times, copy, runningOut[position]));
        }
        return rates;
    }
}
