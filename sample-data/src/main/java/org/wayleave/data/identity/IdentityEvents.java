package org.wayleave.data.identity;

import java.util.Arrays;
import org.wayleave.data.token.IdentifierKind;

/**
 * Events with the identifiers they carry, in primitive columns. An identifier is a number of its own, 0 and up, and has one kind;
 * an event has at most one identifier of a kind. The order of the events has no meaning. For one thread while it is filled.
 */
public final class IdentityEvents {
    /** Kinds that an event may carry: those with a code below this. */
    static final int KINDS = 4;

    private long[] times = new long[1024];
    private int[][] slots = new int[KINDS][1024];
    private int size;
    private byte[] kinds = new byte[1024];
    private int identifiers;

    /** Adds an identifier and returns its number. */
    public int identifier(IdentifierKind kind) {
        if (kind.code() >= KINDS) {
            throw new IllegalArgumentException("an event carries no " + kind.wire());
        }
        if (identifiers == kinds.length) {
            kinds = Arrays.copyOf(kinds, identifiers * 2);
        }
        kinds[identifiers] = (byte) kind.code();
        return identifiers++;
    }

    /**
     * Adds an event.
     *
     * @param carried numbers of its identifiers, -1 for none
     * @throws IllegalArgumentException if a number is not known or two are of one kind
     */
    public void add(long time, int... carried) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            for (int k = 0; k < KINDS; k++) {
                slots[k] = Arrays.copyOf(slots[k], size * 2);
            }
        }
        for (int k = 0; k < KINDS; k++) {
            slots[k][size] = -1;
        }
        for (int identifier : carried) {
            if (identifier >= 0) {
                if (identifier >= identifiers) {
                    throw new IllegalArgumentException("there is no identifier " + identifier);
                }
                int kind = kinds[identifier];
                if (slots[kind][size] >= 0) {
                    throw new IllegalArgumentException("an event has at most one identifier of a kind");
                }
                slots[kind][size] = identifier;
            }
        }
        times[size++] = time;
    }

    /** Returns the number of events. */
    public int size() {
        return size;
    }

    /** Returns the time of an event, epoch milliseconds. */
    public long time(int event) {
        return times[event];
    }

    /** Returns the identifier of a kind that an event carries, -1 if none. */
    public int carried(int event, IdentifierKind kind) {
        return slot(event, kind.code());
    }

    int slot(int event, int kind) {
        return slots[kind][event];
    }

    /** Returns the number of identifiers. */
    public int identifiers() {
        return identifiers;
    }

    int kindCode(int identifier) {
        return kinds[identifier];
    }

    /** Returns the kind of an identifier. */
    public IdentifierKind kind(int identifier) {
        IdentifierKind kind = IdentifierKind.ofCode(kinds[identifier]);
        if (kind == null) {
            throw new IllegalStateException("identifier " + identifier + " has no kind");
        }
        return kind;
    }
}
