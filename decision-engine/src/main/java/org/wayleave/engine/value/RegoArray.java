package org.wayleave.engine.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An array; arrays sort by their first differing element, then by length. */
public final class RegoArray implements RegoValue, Iterable<RegoValue> {
    /** The array without elements. */
    public static final RegoArray EMPTY = new RegoArray(new RegoValue[0], 0, false);

    private RegoValue[] items;
    private int size;
    private boolean open;
    private int hash;

    private RegoArray(RegoValue[] items, int size, boolean open) {
        this.items = items;
        this.size = size;
        this.open = open;
    }

    /**
     * An array of the elements of a collection, in its order.
     *
     * @param items the elements
     * @return the array
     */
    public static RegoArray of(Collection<? extends RegoValue> items) {
        RegoValue[] copy = items.toArray(RegoValue[]::new);
        return of(copy);
    }

    /**
     * An array of these values.
     *
     * @param items the elements; the Java array must not be changed afterwards
     * @return the array
     */
    public static RegoArray of(RegoValue... items) {
        for (RegoValue item : items) {
            item.seal();
        }
        return items.length == 0 ? EMPTY : new RegoArray(items, items.length, false);
    }

    /**
     * A growing array: {@link #adding} changes it in place until it is sealed or its hash is asked for.
     *
     * @param capacity room for so many elements at first
     * @return the array, empty
     */
    public static RegoArray open(int capacity) {
        return new RegoArray(new RegoValue[Math.max(1, capacity)], 0, true);
    }

    /**
     * An array with one more element.
     *
     * @param value the element
     * @return this very array while it is growing, otherwise a copy
     */
    public RegoArray adding(RegoValue value) {
        RegoArray to = open ? this : new RegoArray(Arrays.copyOf(items, size + 4), size, true);
        if (to.size == to.items.length) {
            to.items = Arrays.copyOf(to.items, to.size * 2);
        }
        to.items[to.size++] = value;
        return to;
    }

    /** {@return the number of elements} */
    public int size() {
        return size;
    }

    /**
     * The element at a place.
     *
     * @param index from 0
     * @return the element
     * @throws IndexOutOfBoundsException when there is none
     */
    public RegoValue get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return items[index];
    }

    @Override
    public @Nullable RegoValue get(RegoValue key) {
        if (key instanceof RegoNumber n && n.isLong()) {
            long i = n.longValue();
            return i >= 0 && i < size ? items[(int) i] : null;
        }
        return null;
    }

    /**
     * Whether an element is equal to a value.
     *
     * @param value the value
     * @return whether one is
     */
    public boolean contains(RegoValue value) {
        for (int i = 0; i < size; i++) {
            if (items[i].equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the elements as an unmodifiable list} */
    public List<RegoValue> toList() {
        return List.of(Arrays.copyOf(items, size));
    }

    @Override
    public Iterator<RegoValue> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public RegoValue next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return items[next++];
            }
        };
    }

    @Override
    public RegoType type() {
        return RegoType.ARRAY;
    }

    @Override
    public void seal() {
        if (open) {
            open = false;
            for (int i = 0; i < size; i++) {
                items[i].seal();
            }
        }
    }

    @Override
    public int compareTo(RegoValue other) {
        if (!(other instanceof RegoArray a)) {
            return type().compareTo(other.type());
        }
        int n = Math.min(size, a.size);
        for (int i = 0; i < n; i++) {
            int c = items[i].compareTo(a.items[i]);
            if (c != 0) {
                return c;
            }
        }
        return size - a.size;
    }

    @Override
    public boolean equals(Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof RegoArray a) || size != a.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!items[i].equals(a.items[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            seal();
            int h = 7;
            for (int i = 0; i < size; i++) {
                h = h * 31 + items[i].hashCode();
            }
            hash = h == 0 ? 1 : h;
        }
        return hash;
    }

    @Override
    public String toString() {
        return RegoText.of(this);
    }
}
