package org.wayleave.engine.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The members of a set or the keys of an object: values without repetition, found by hash, sorted when first read in
 * order. Up to eight are found by looking at each.
 */
final class Members {
    private static final int LINEAR = 8;
    static final Members EMPTY = new Members(0);

    private RegoValue[] items;
    private int size;
    private int @Nullable [] table; // 1 + index, 0 is free; length a power of two
    private volatile int @Nullable [] order;

    Members(int capacity) {
        items = new RegoValue[capacity];
    }

    private Members(Members from) {
        items = Arrays.copyOf(from.items, Math.max(4, from.size + (from.size >> 1) + 1));
        size = from.size;
        table = from.table == null ? null : from.table.clone();
    }

    Members copy() {
        return new Members(this);
    }

    int size() {
        return size;
    }

    RegoValue item(int i) {
        return items[i];
    }

    /** The index of a value, or -1. */
    int find(RegoValue value) {
        int hash = value.hashCode();
        int[] t = table;
        if (t == null) {
            for (int i = 0; i < size; i++) {
                RegoValue item = items[i];
                if (item.hashCode() == hash && item.equals(value)) {
                    return i;
                }
            }
            return -1;
        }
        int mask = t.length - 1;
        for (int slot = spread(hash) & mask; t[slot] != 0; slot = (slot + 1) & mask) {
            RegoValue item = items[t[slot] - 1];
            if (item.hashCode() == hash && item.equals(value)) {
                return t[slot] - 1;
            }
        }
        return -1;
    }

    /** The index of a string, or -1. */
    int find(String text) {
        int[] t = table;
        if (t == null) {
            for (int i = 0; i < size; i++) {
                if (items[i] instanceof RegoString s && s.value().equals(text)) {
                    return i;
                }
            }
            return -1;
        }
        int mask = t.length - 1;
        for (int slot = spread(text.hashCode()) & mask; t[slot] != 0; slot = (slot + 1) & mask) {
            if (items[t[slot] - 1] instanceof RegoString s && s.value().equals(text)) {
                return t[slot] - 1;
            }
        }
        return -1;
    }

    /** Appends a value that is not here yet. */
    void append(RegoValue value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.max(4, size * 2));
        }
        items[size++] = value;
        order = null;
        int[] t = table;
        if (t == null ? size > LINEAR : size * 2 > t.length) {
            rehash();
        } else if (t != null) {
            put(t, value, size);
        }
    }

    private void rehash() {
        int[] t = new int[Integer.highestOneBit(size) * 4];
        for (int i = 0; i < size; i++) {
            put(t, items[i], i + 1);
        }
        table = t;
    }

    private static void put(int[] t, RegoValue value, int entry) {
        int mask = t.length - 1;
        int slot = spread(value.hashCode()) & mask;
        while (t[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        t[slot] = entry;
    }

    private static int spread(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ (h >>> 16);
    }

    /** The indices of the members in Rego's order. */
    int[] order() {
        int[] known = order;
        if (known != null) {
            return known;
        }
        int[] result = new int[size];
        boolean sorted = true;
        for (int i = 0; i < size; i++) {
            result[i] = i;
            sorted &= i == 0 || items[i - 1].compareTo(items[i]) < 0;
        }
        if (!sorted) {
            Integer[] boxed = new Integer[size];
            Arrays.setAll(boxed, i -> i);
            Arrays.sort(boxed, (a, b) -> items[a].compareTo(items[b]));
            for (int i = 0; i < size; i++) {
                result[i] = boxed[i];
            }
        }
        order = result;
        return result;
    }
}
