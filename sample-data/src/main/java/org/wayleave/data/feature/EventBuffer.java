package org.wayleave.data.feature;

import java.util.Arrays;

/** Events of one person in order of time and, within an instant, of the source's numbering; what is needed to compute features of them. */
final class EventBuffer {
    private long[] times = new long[16];
    private long[] sequences = new long[16];
    private byte[] codes = new byte[16];
    private int[] categories = new int[16];
    private int[] cents = new int[16];
    private boolean[] reduced = new boolean[16];
    private int size;

    /** Adds an event and returns where it stands. */
    int add(long time, long sequence, int code, int category, int amountCents, boolean atReducedPrice) {
        if (size == times.length) {
            grow();
        }
        int at = size;
        while (at > 0 && (times[at - 1] > time || (times[at - 1] == time && sequences[at - 1] > sequence))) {
            at--;
        }
        int moved = size - at;
        System.arraycopy(times, at, times, at + 1, moved);
        System.arraycopy(sequences, at, sequences, at + 1, moved);
        System.arraycopy(codes, at, codes, at + 1, moved);
        System.arraycopy(categories, at, categories, at + 1, moved);
        System.arraycopy(cents, at, cents, at + 1, moved);
        System.arraycopy(reduced, at, reduced, at + 1, moved);
        size++;
        times[at] = time;
        sequences[at] = sequence;
        codes[at] = (byte) code;
        categories[at] = category;
        cents[at] = amountCents;
        reduced[at] = atReducedPrice;
        return at;
    }

    /** Drops the oldest events. */
    void drop(int count) {
        int left = size - count;
        System.arraycopy(times, count, times, 0, left);
        System.arraycopy(sequences, count, sequences, 0, left);
        System.arraycopy(codes, count, codes, 0, left);
        System.arraycopy(categories, count, categories, 0, left);
        System.arraycopy(cents, count, cents, 0, left);
        System.arraycopy(reduced, count, reduced, 0, left);
        size = left;
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    int code(int i) {
        return codes[i];
    }

    int category(int i) {
        return categories[i];
    }

    int cents(int i) {
        return cents[i];
    }

    boolean reduced(int i) {
        return reduced[i];
    }

    private void grow() {
        int room = size * 2;
        times = Arrays.copyOf(times, room);
        sequences = Arrays.copyOf(sequences, room);
        codes = Arrays.copyOf(codes, room);
        categories = Arrays.copyOf(categories, room);
        cents = Arrays.copyOf(cents, room);
        reduced = Arrays.copyOf(reduced, room);
    }
}
