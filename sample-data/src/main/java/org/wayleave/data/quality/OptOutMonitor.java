package org.wayleave.data.quality;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;

/** Counts who takes consents back, by consent and month. For one thread. */
public final class OptOutMonitor {
    private final ConsentRegistry registry;
    private final List<Instant> starts = new ArrayList<>();
    private final long[] bounds;
    private final int[][] atRisk;
    private final int[][] optedOut;

    /**
     * Makes a monitor.
     *
     * @param end end of the newest month
     * @param months how many months, 1 or more
     */
    public OptOutMonitor(ConsentRegistry registry, Instant end, int months) {
        this.registry = registry;
        bounds = new long[months + 1];
        for (int i = 0; i <= months; i++) {
            Instant bound = end.atOffset(ZoneOffset.UTC).minusMonths(months - i).toInstant();
            bounds[i] = bound.toEpochMilli();
            if (i < months) {
                starts.add(bound);
            }
        }
        atRisk = new int[registry.size()][months];
        optedOut = new int[registry.size()][months];
    }

    /** Adds a person. */
    public void add(ConsentHistory consents) {
        boolean[][] risk = new boolean[registry.size()][starts.size()];
        for (int position = 0; position < registry.size(); position++) {
            for (int month = 0; month < starts.size(); month++) {
                if (consents.status(position, bounds[month]) == ConsentState.State.GRANTED) {
                    risk[position][month] = true;
                    atRisk[position][month]++;
                }
            }
        }
        for (int i = 0; i < consents.changes(); i++) {
            int month = month(consents.time(i));
            int position = consents.position(i);
            if (consents.kind(i) == ConsentChange.Kind.WITHDRAWN && month >= 0 && risk[position][month]) {
                // Who comes back and leaves again within a month left once.
                risk[position][month] = false;
                optedOut[position][month]++;
            }
        }
    }

    private int month(long time) {
        int at = Arrays.binarySearch(bounds, time);
        int month = at >= 0 ? at - 1 : -at - 2;
        return month >= starts.size() ? -1 : month;
    }

    /** Returns the rates so far, in the order of the registry. */
    public List<OptOutRate> rates() {
        List<OptOutRate> rates = new ArrayList<>();
        for (int position = 0; position < registry.size(); position++) {
            rates.add(new OptOutRate(
                    registry.key(position),
                    starts,
                    Arrays.stream(atRisk[position]).boxed().toList(),
                    Arrays.stream(optedOut[position]).boxed().toList()));
        }
        return rates;
    }
}
