package org.wayleave.journey.simulate;

import java.util.Arrays;
import java.util.BitSet;
import org.wayleave.data.Outcome;
import org.wayleave.data.Person;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;

/**
 * What one person does in one walk: the organic events before and after the start, less those that contacts prevent, more those
 * that contacts bring about. Not thread-safe: it goes with the walk.
 */
final class Timeline {

    /** No such event. */
    static final long NEVER = Long.MAX_VALUE;

    private final Outcome outcome;
    private final EventHistory past;
    private final EventHistory future;
    private final BitSet prevented = new BitSet();
    private double[] keptShare = {};
    private long[] extraTimes = new long[4];
    private EventType[] extraTypes = new EventType[4];
    private int[] extraCategories = new int[4];
    private double[] extraValues = new double[4];
    private int extras;

    Timeline(Person person, Outcome outcome) {
        this.outcome = outcome;
        this.past = person.history();
        this.future = person.future();
    }

    /** Adds an event that would not have happened without contact. */
    void add(long time, EventType type, int category, double value) {
        if (extras == extraTimes.length) {
            extraTimes = Arrays.copyOf(extraTimes, extras * 2);
            extraTypes = Arrays.copyOf(extraTypes, extras * 2);
            extraCategories = Arrays.copyOf(extraCategories, extras * 2);
            extraValues = Arrays.copyOf(extraValues, extras * 2);
        }
        int at = extras++;
        while (at > 0 && extraTimes[at - 1] > time) {
            extraTimes[at] = extraTimes[at - 1];
            extraTypes[at] = extraTypes[at - 1];
            extraCategories[at] = extraCategories[at - 1];
            extraValues[at] = extraValues[at - 1];
            at--;
        }
        extraTimes[at] = time;
        extraTypes[at] = type;
        extraCategories[at] = category;
        extraValues[at] = value;
    }

    /** Takes back the next organic outcome after an instant. */
    void preventNext(long after) {
        int next = nextOutcome(after);
        if (next >= 0) {
            prevented.set(next);
        }
    }

    /** Gives away a share of the amount of the next organic outcome after an instant. */
    void discountNext(long after, double share) {
        int next = nextOutcome(after);
        if (next >= 0) {
            if (keptShare.length == 0) {
                keptShare = new double[future.size()];
                Arrays.fill(keptShare, 1);
            }
            keptShare[next] *= 1 - share;
        }
    }

    private int nextOutcome(long after) {
        for (int i = future.before(after + 1); i < future.size(); i++) {
            if (future.code(i) == outcome.event().code() && !prevented.get(i)) {
                return i;
            }
        }
        return -1;
    }

    /** The time of the first event that counts, not before an instant; {@link #NEVER} when there is none. */
    long next(EventTest test, long from) {
        long first = NEVER;
        for (int i = future.before(from); i < future.size(); i++) {
            if (!prevented.get(i) && test.accepts(future.type(i), future.category(i))) {
                first = future.time(i);
                break;
            }
        }
        for (int i = 0; i < extras && extraTimes[i] < first; i++) {
            if (extraTimes[i] >= from && test.accepts(extraTypes[i], extraCategories[i])) {
                return extraTimes[i];
            }
        }
        return first;
    }

    /** The time of the last event that counts, not after an instant; {@link Long#MIN_VALUE} when there is none. */
    long last(EventTest test, long until) {
        long last = Long.MIN_VALUE;
        for (int i = extras - 1; i >= 0; i--) {
            if (extraTimes[i] <= until && test.accepts(extraTypes[i], extraCategories[i])) {
                last = extraTimes[i];
                break;
            }
        }
        for (int i = future.before(until + 1) - 1; i >= 0 && future.time(i) > last; i--) {
            if (!prevented.get(i) && test.accepts(future.type(i), future.category(i))) {
                return future.time(i);
            }
        }
        for (int i = past.before(until + 1) - 1; i >= 0 && past.time(i) > last; i--) {
            if (test.accepts(past.type(i), past.category(i))) {
                return past.time(i);
            }
        }
        return last;
    }

    /** What outcomes come to, such as what the person pays, from an instant (inclusive) to another (exclusive), both after the start. */
    double spend(long from, long to) {
        double sum = 0;
        for (int i = future.before(from); i < future.size() && future.time(i) < to; i++) {
            if (future.code(i) == outcome.event().code() && !prevented.get(i)) {
                double worth = outcome.worth(future.value(i));
                sum += keptShare.length == 0 ? worth : worth * keptShare[i];
            }
        }
        for (int i = 0; i < extras; i++) {
            if (extraTypes[i].equals(outcome.event()) && extraTimes[i] >= from && extraTimes[i] < to) {
                sum += outcome.worth(extraValues[i]);
            }
        }
        return sum;
    }
}
