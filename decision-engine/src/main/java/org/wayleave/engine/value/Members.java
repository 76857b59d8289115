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
    private int[] hashes; // of the items, side by side: a search touches an item only when it may be the one
    private int size;
    private int @Nullable [] table; // 1 + index, 0 is free; length a power of two
    private volatile int @Nullable [] order;
    private boolean settled; // a race costs a search

    Members(int capacity) {
        items = new RegoValue[capacity];
        hashes = new int[capacity];
    }

    private Members(Members from) {
        int capacity = Math.max(4, from.size + (from.size >> 1) + 1);
        items = Arrays.copyOf(from.items, capacity);
        hashes = Arrays.copyOf(from.hashes, capacity);
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
        return find(value, hash(value));
    }

    /** The index of a value whose hash is known, or -1. */
    int find(RegoValue value, int hash) {
        int[] t = table;
        if (t == null) {
            int[] known = hashes;
            for (int i = 0; i < size; i++) {
                if (known[i] == hash && same(items[i], value)) {
                    return i;
                }
            }
            return -1;
        }
        int mask = t.length - 1;
        for (int slot = spread(hash) & mask; t[slot] != 0; slot = (slot + 1) & mask) {
            int i = t[slot] - 1;
            if (hashes[i] == hash && same(items[i], value)) {
                return i;
            }
        }
        return -1;
    }

    /** The index of a string, or -1. */
    int find(String text) {
        int hash = text.hashCode();
        int[] t = table;
        if (t == null) {
            for (int i = 0; i < size; i++) {
                if (hashes[i] == hash
                        && items[i] instanceof RegoString s
                        && s.value().equals(text)) {
                    return i;
                }
            }
            return -1;
        }
        int mask = t.length - 1;
        for (int slot = spread(hash) & mask; t[slot] != 0; slot = (slot + 1) & mask) {
            int i = t[slot] - 1;
            if (hashes[i] == hash
                    && items[i] instanceof RegoString s
                    && s.value().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether both hold the same strings in the same order; neither holds anything else. */
    boolean sameInOrder(Members other) {
        if (size != other.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (hashes[i] != other.hashes[i] || !same(items[i], other.items[i])) {
                return false;
            }
        }
        return true;
    }

    /** A hash of what {@link #sameInOrder} compares. */
    int hashInOrder() {
        int h = size;
        for (int i = 0; i < size; i++) {
            h = h * 31 + hashes[i];
        }
        return h;
    }

    boolean allStrings() {
        for (int i = 0; i < size; i++) {
            if (!(items[i] instanceof RegoString)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this table stays with the objects that have it: it is shared, or there is no other to share. */
    boolean isSettled() {
        return settled;
    }

    void settle() {
        settled = true;
    }

    // Strings first, without a virtual call: nearly all keys and members are strings.

    private static int hash(RegoValue value) {
        return value instanceof RegoString s ? s.value().hashCode() : value.hashCode();
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut before equals
    private static boolean same(RegoValue a, RegoValue b) {
        return a == b
                || (a instanceof RegoString s
                        ? b instanceof RegoString t && s.value().equals(t.value())
                        : a.equals(b));
    }

    /** Appends a value that is not here yet. */
    void append(RegoValue value) {
        if (size == items.length) {
            int capacity = Math.max(4, size * 2);
            items = Arrays.copyOf(items, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
        int hash = hash(value);
        hashes[size] = hash;
        items[size++] = value;
        order = null;
        int[] t = table;
        if (t == null ? size > LINEAR : size * 2 > t.length) {
            rehash();
        } else if (t != null) {
            put(t, hash, size);
        }
    }

    private void rehash() {
        int[] t = new int[Integer.highestOneBit(size) * 4];
        for (int i = 0; i < size; i++) {
            put(t, hashes[i], i + 1);
        }
        table = t;
    }

    private static void put(int[] t, int hash, int entry) {
        int mask = t.length - 1;
        int slot = spread(hash) & mask;
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
