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
    byte[] origins;
    final EventTypes kinds;
    private int size;

    /** Makes empty columns for events of a vertical with room for some; they grow. */
    public EventColumns(EventTypes kinds, int room) {
        this.kinds = kinds;
        int capacity = Math.max(8, room);
        times = new long[capacity];
        types = new byte[capacity];
        categories = new byte[capacity];
        products = new short[capacity];
        sizes = new byte[capacity];
        cents = new int[capacity];
        discounts = new byte[capacity];
        origins = new byte[capacity];
    }

    /** Returns the number of events so far. */
    public int size() {
        return size;
    }

    /** Adds an event that no process of a recipe made. */
    public void add(long time, EventType type, int category, int product, int productSize, int cents, int discount) {
        add(time, type.code(), category, product, productSize, cents, discount, EventHistory.NO_ORIGIN);
    }

    /**
     * Adds an event after all events of the same instant.
     *
     * @param type code of the kind of event
     * @param category position in the recipe's list, -1 for none
     * @param product position within the category, -1 for none
     * @param productSize position in the category's sizes, -1 for none
     * @param cents amount in hundredths of the event's unit
     * @param discount percent of the full price, 0 to 100
     * @param origin number of the recipe's rule that made it, 0 to 126, or {@link EventHistory#NO_ORIGIN}
     */
    public void add(
            long time, int type, int category, int product, int productSize, int cents, int discount, int origin) {
        if (size == times.length) {
            grow();
        }
        int at = size++;
        while (at > 0 && times[at - 1] > time) {
            at--;
        }
        if (at < size - 1) {
            open(at);
        }
        times[at] = time;
        types[at] = (byte) type;
        categories[at] = (byte) category;
        products[at] = (short) product;
        sizes[at] = (byte) productSize;
        this.cents[at] = cents;
        discounts[at] = (byte) discount;
        origins[at] = (byte) origin;
    }

    /** Returns whether an event of a type about a product stands at an instant. */
    public boolean holds(long time, int type, int category, int product) {
        for (int i = before(time, 0, size); i < size && times[i] == time; i++) {
            if (types[i] == type && categories[i] == category && products[i] == product) {
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

    /** Makes room at a position by moving what stands from there on up by one. */
    private void open(int at) {
        int count = size - 1 - at;
        System.arraycopy(times, at, times, at + 1, count);
        System.arraycopy(types, at, types, at + 1, count);
        System.arraycopy(categories, at, categories, at + 1, count);
        System.arraycopy(products, at, products, at + 1, count);
        System.arraycopy(sizes, at, sizes, at + 1, count);
        System.arraycopy(cents, at, cents, at + 1, count);
        System.arraycopy(discounts, at, discounts, at + 1, count);
        System.arraycopy(origins, at, origins, at + 1, count);
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
        origins = Arrays.copyOf(origins, capacity);
    }
}
