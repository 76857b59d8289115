package org.wayleave.engine.value;

import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A set; iteration is in Rego's order. Sets sort by their first differing member in that order, then by size. */
public final class RegoSet implements RegoValue, Iterable<RegoValue> {
    /** The set without members. */
    public static final RegoSet EMPTY = new RegoSet(Members.EMPTY, false);

    private Members members;
    private boolean open;
    private int hash;

    private RegoSet(Members members, boolean open) {
        this.members = members;
        this.open = open;
    }

    /**
     * A set of the members of a collection.
     *
     * @param items the members; equal ones count once
     * @return the set
     */
    public static RegoSet of(Collection<? extends RegoValue> items) {
        RegoSet set = open(items.size());
        for (RegoValue item : items) {
            set.add(item);
        }
        set.open = false;
        return set;
    }

    /**
     * A set of these values.
     *
     * @param items the members; equal ones count once
     * @return the set
     */
    public static RegoSet of(RegoValue... items) {
        return of(java.util.Arrays.asList(items));
    }

    /**
     * A growing set: {@link #adding} changes it in place until it is sealed or its hash is asked for.
     *
     * @return the set, empty
     */
    public static RegoSet open() {
        return new RegoSet(Members.EMPTY, true); // most sets of objections stay empty
    }

    static RegoSet open(int capacity) {
        return new RegoSet(new Members(capacity), true);
    }

    /**
     * A set that also holds a value.
     *
     * @param value the value
     * @return this very set while it is growing, otherwise a copy
     */
    public RegoSet adding(RegoValue value) {
        if (open) {
            add(value);
            return this;
        }
        if (members.find(value) >= 0) {
            return this;
        }
        RegoSet copy = new RegoSet(members.copy(), true);
        copy.add(value);
        return copy;
    }

    @SuppressWarnings("ReferenceEquality") // the shared empty table is never written to
    private void add(RegoValue value) {
        if (members == Members.EMPTY) {
            members = new Members(4);
        }
        if (members.find(value) < 0) {
            value.seal();
            members.append(value);
        }
    }

    /** {@return the number of members} */
    public int size() {
        return members.size();
    }

    /**
     * Whether a value is a member.
     *
     * @param value the value
     * @return whether it is
     */
    public boolean contains(RegoValue value) {
        return members.find(value) >= 0;
    }

    /**
     * The member at a place in Rego's order.
     *
     * @param place from 0
     * @return the member
     */
    public RegoValue at(int place) {
        return members.item(members.order()[place]);
    }

    /** The member equal to the key, or null. */
    @Override
    public @Nullable RegoValue get(RegoValue key) {
        int i = members.find(key);
        return i < 0 ? null : members.item(i);
    }

    @Override
    public Iterator<RegoValue> iterator() {
        int[] order = members.order();
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < order.length;
            }

            @Override
            public RegoValue next() {
                if (next >= order.length) {
                    throw new NoSuchElementException();
                }
                return members.item(order[next++]);
            }
        };
    }

    @Override
    public RegoType type() {
        return RegoType.SET;
    }

    @Override
    public void seal() {
        open = false; // members were sealed when they were added
    }

    @Override
    public int compareTo(RegoValue other) {
        if (!(other instanceof RegoSet s)) {
            return type().compareTo(other.type());
        }
        int n = Math.min(size(), s.size());
        for (int i = 0; i < n; i++) {
            int c = at(i).compareTo(s.at(i));
            if (c != 0) {
                return c;
            }
        }
        return size() - s.size();
    }

    @Override
    public boolean equals(Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof RegoSet s) || size() != s.size() || hashCode() != s.hashCode()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (s.members.find(members.item(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            seal();
            int h = 11;
            for (int i = 0; i < members.size(); i++) {
                h += members.item(i).hashCode() * 0x85EBCA6B;
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
