package org.wayleave.data.feature;

import java.util.Arrays;

/** Times in ascending order, to which any is added and from which the first are taken; counts the days they fall on. */
final class Times {
    private long[] times = new long[8];
    private int from;
    private int to;
    private int days;

    void add(long time) {
        if (to == times.length) {
            int size = size();
            times = from > size ? shifted(times) : shifted(Arrays.copyOf(times, times.length * 2));
            from = 0;
            to = size;
        }
        int at = to;
        while (at > from && times[at - 1] > time) {
            at--;
        }
        boolean dayBefore = at > from && day(times[at - 1]) == day(time);
        boolean dayAfter = at < to && day(times[at]) == day(time);
        days += dayBefore || dayAfter ? 0 : 1;
        System.arraycopy(times, at, times, at + 1, to - at);
        times[at] = time;
        to++;
    }

    private long[] shifted(long[] target) {
        System.arraycopy(times, from, target, 0, size());
        return target;
    }

    void removeFirst() {
        boolean dayGoesOn = size() > 1 && day(times[from + 1]) == day(times[from]);
        days -= dayGoesOn ? 0 : 1;
        from++;
    }

    int size() {
        return to - from;
    }

    long first() {
        return times[from];
    }

    long last() {
        return times[to - 1];
    }

    /** Returns the number of days (UTC) that the times fall on. */
    int days() {
        return days;
    }

    private static long day(long time) {
        return time / FeatureTable.DAY;
    }
}
