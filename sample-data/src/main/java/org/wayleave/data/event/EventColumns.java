package org.wayleave.data.event;

import java.util.Arrays;

/** Growing columns of events, kept in order of time while they are filled. */
public final class EventColumns {
    long[] times;
    byte[] types;
    byte[] categories;
    short[] products;
    byte[] sizes;
    int[] cents;
    byte[] discounts;
    private int size;

    /** Makes empty columns with room for some events; they grow. */
    public EventColumns(int room) {
        int capacity = Math.max(8, room);
        times = new long[capacity];
        types = new byte[capacity];
        categories = new byte[capacity];
        products = new short[capacity];
        sizes = new byte[capacity];
        cents = new int[capacity];
        discounts = new byte[capacity];
    }

    /** Returns the number of events so far. */
    public int size() {
        return size;
    }

    /**
     * Adds an event after all events of the same instant.
     *
     * @param category position in the recipe's list, -1 for none
     * @param product position within the category, -1 for none
     * @param productSize position in the category's sizes, -1 for none
     * @param cents amount in hundredths of the currency
     * @param discount percent of the full price, 0 to 100
     */
    public void add(long time, EventType type, int category, int product, int productSize, int cents, int discount) {
        if (size == times.length) {
            grow();
        }
        int at = size++;
        while (at > 0 && times[at - 1] > time) {
            move(at - 1, at);
            at--;
        }
        times[at] = time;
        types[at] = (byte) type.code();
        categories[at] = (byte) category;
        products[at] = (short) product;
        sizes[at] = (byte) productSize;
        this.cents[at] = cents;
        discounts[at] = (byte) discount;
    }

    /** Returns whether an event of a type about a product stands at an instant. */
    public boolean holds(long time, EventType type, int category, int product) {
        for (int i = before(time, 0, size); i < size && times[i] == time; i++) {
            if (types[i] == type.code() && categories[i] == category && products[i] == product) {
                return true;
            }
        }
        return false;
    }

    /** Returns the events from one instant (inclusive) to another (exclusive); nothing may be added afterwards. */
    public EventHistory window(long fromMilli, long toMilli) {
        int first = before(fromMilli, 0, size);
        return new EventHistory(this, first, Math.max(first, before(toMilli, 0, size)));
    }

    int before(long epochMilli, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < epochMilli) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void move(int source, int target) {
        times[target] = times[source];
        types[target] = types[source];
        categories[target] = categories[source];
        products[target] = products[source];
        sizes[target] = sizes[source];
        cents[target] = cents[source];
        discounts[target] = discounts[source];
    }

    private void grow() {
        int capacity = size * 2;
        times = Arrays.copyOf(times, capacity);
        types = Arrays.copyOf(types, capacity);
        categories = Arrays.copyOf(categories, capacity);
        products = Arrays.copyOf(products, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        cents = Arrays.copyOf(cents, capacity);
        discounts = Arrays.copyOf(discounts, capacity);
    }
}
