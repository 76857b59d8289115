package org.wayleave.data.event;

/**
 * Events of one person in order of time, in primitive columns; immutable. Several histories may be windows on the same
 * columns.
 */
public final class EventHistory {
    /** The origin of an event that no rule of a recipe made. */
    public static final int NO_ORIGIN = -1;

    private final EventColumns columns;
    private final int from;
    private final int size;

    EventHistory(EventColumns columns, int from, int to) {
        this.columns = columns;
        this.from = from;
        this.size = to - from;
    }

    /** Returns the number of events. */
    public int size() {
        return size;
    }

    /** Returns the time of an event, epoch milliseconds. */
    public long time(int i) {
        return columns.times[at(i)];
    }

    /** Returns what happened. */
    public EventType type(int i) {
        return columns.kinds.ofCode(columns.types[at(i)]);
    }

    /** Returns the code of what happened. */
    public int code(int i) {
        return columns.types[at(i)];
    }

    /** Returns the kinds of event of the vertical. */
    public EventTypes kinds() {
        return columns.kinds;
    }

    /** Returns the number of the recipe's rule that made the event, {@link #NO_ORIGIN} if none did. */
    public int origin(int i) {
        return columns.origins[at(i)];
    }

    /** Returns the product category as a position in the recipe's list, -1 if the event has none. */
    public int category(int i) {
        return columns.categories[at(i)];
    }

    /** Returns the product within its category, -1 if the event has none. */
    public int product(int i) {
        return columns.products[at(i)];
    }

    /** Returns the size as a position in the category's list of sizes, -1 if the event has none. */
    public int productSize(int i) {
        return columns.sizes[at(i)];
    }

    /** Returns the amount in the event's unit, such as what was paid, or minutes watched; 0 where the event has none. */
    public double value(int i) {
        return columns.cents[at(i)] / 100.0;
    }

    /** Returns the amount in hundredths of the event's unit. */
    public int cents(int i) {
        return columns.cents[at(i)];
    }

    /** Returns the discount on a purchase as a share of its full price, 0 to 1. */
    public double discount(int i) {
        return columns.discounts[at(i)] / 100.0;
    }

    /** Returns the number of events before an instant. */
    public int before(long epochMilli) {
        return columns.before(epochMilli, from, from + size) - from;
    }

    /** Returns the events from an instant (inclusive) to another (exclusive). */
    public EventHistory between(long fromMilli, long toMilli) {
        int first = columns.before(fromMilli, from, from + size);
        int end = Math.max(first, columns.before(toMilli, from, from + size));
        return new EventHistory(columns, first, end);
    }

    private int at(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException("event " + i + " of " + size);
        }
        return from + i;
    }
}
