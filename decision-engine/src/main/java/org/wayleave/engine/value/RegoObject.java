package org.wayleave.engine.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An object: keys of any type to values, iterated in Rego's order of keys. Objects sort by their first differing key
 * or value in that order, then by size.
 */
public final class RegoObject implements RegoValue {
    /** The object without keys. */
    public static final RegoObject EMPTY = new RegoObject(Members.EMPTY, new RegoValue[0], false, true);

    private Members keys;
    private RegoValue[] values;
    private boolean open;
    private boolean keysShared;
    private int hash;

    private RegoObject(Members keys, RegoValue[] values, boolean open, boolean keysShared) {
        this.keys = keys;
        this.values = values;
        this.open = open;
        this.keysShared = keysShared;
    }

    /**
     * A growing object: {@link #adding} changes it in place until it is sealed or its hash is asked for.
     *
     * @return the object, empty
     */
    public static RegoObject open() {
        return open(4);
    }

    static RegoObject open(int capacity) {
        return new RegoObject(new Members(capacity), new RegoValue[capacity], true, false);
    }

    /**
     * An object with a key set to a value.
     *
     * @param key the key
     * @param value the value
     * @return this very object while it is growing, otherwise a copy
     */
    public RegoObject adding(RegoValue key, RegoValue value) {
        RegoObject to = open ? this : new RegoObject(keys, values.clone(), true, true);
        to.put(key, value);
        return to;
    }

    private void put(RegoValue key, RegoValue value) {
        int i = keys.find(key);
        if (i >= 0) {
            values[i] = value;
            return;
        }
        key.seal();
        if (keysShared) {
            keys = keys.copy();
            keysShared = false;
        }
        int n = keys.size();
        if (n == values.length) {
            values = Arrays.copyOf(values, Math.max(4, n * 2));
        }
        values[n] = value;
        keys.append(key);
    }

    /**
     * Makes objects; a later value of the same key replaces the earlier one.
     *
     * @return a builder of an empty object
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects keys and values. */
    public static final class Builder {
        private RegoObject object = open();

        private Builder() {}

        /**
         * Sets a key.
         *
         * @param key the key
         * @param value the value
         * @return this builder
         */
        public Builder put(RegoValue key, RegoValue value) {
            object.put(key, value);
            return this;
        }

        /**
         * Sets a string key.
         *
         * @param key the key
         * @param value the value
         * @return this builder
         */
        public Builder put(String key, RegoValue value) {
            return put(RegoString.of(key), value);
        }

        /** {@return the object; the builder starts anew} */
        public RegoObject build() {
            RegoObject built = object;
            built.seal();
            object = open();
            return built;
        }
    }

    /**
     * A fixed list of keys, for many objects that have exactly these: they share one table, so making one costs an
     * array, and a {@link KeyLookup} finds its place in all of them at once.
     */
    public static final class Layout {
        private final Members keys;

        private Layout(Members keys) {
            this.keys = keys;
        }

        /**
         * A layout of different keys.
         *
         * @param keys the keys
         * @return the layout
         */
        public static Layout of(RegoValue... keys) {
            Members members = new Members(keys.length);
            for (RegoValue key : keys) {
                if (members.find(key) >= 0) {
                    throw new IllegalArgumentException("The key " + key + " is there twice.");
                }
                key.seal();
                members.append(key);
            }
            members.order();
            return new Layout(members);
        }

        /**
         * A layout of different string keys.
         *
         * @param keys the keys
         * @return the layout
         */
        public static Layout of(String... keys) {
            RegoValue[] strings = new RegoValue[keys.length];
            for (int i = 0; i < keys.length; i++) {
                strings[i] = RegoString.of(keys[i]);
            }
            return of(strings);
        }

        /**
         * An object with one value a key.
         *
         * @param values in the layout's order; the Java array must not be changed afterwards
         * @return the object
         */
        public RegoObject object(RegoValue... values) {
            if (values.length != keys.size()) {
                throw new IllegalArgumentException(keys.size() + " keys, but " + values.length + " values.");
            }
            for (RegoValue value : values) {
                value.seal();
            }
            return new RegoObject(keys, values, false, true);
        }
    }

    Members keys() {
        return keys;
    }

    /** The value of the key at an index of the table. */
    RegoValue value(int index) {
        return values[index];
    }

    boolean isOpen() {
        return open;
    }

    /** Uses another table with the same keys in the same order; only for an object that is not open. */
    void share(Members same) {
        keysShared = true;
        keys = same;
    }

    /** {@return the number of keys} */
    public int size() {
        return keys.size();
    }

    /**
     * The key at a place in Rego's order.
     *
     * @param place from 0
     * @return the key
     */
    public RegoValue keyAt(int place) {
        return keys.item(keys.order()[place]);
    }

    /**
     * The value at a place in Rego's order of keys.
     *
     * @param place from 0
     * @return the value
     */
    public RegoValue valueAt(int place) {
        return values[keys.order()[place]];
    }

    @Override
    public @Nullable RegoValue get(RegoValue key) {
        int i = keys.find(key);
        return i < 0 ? null : values[i];
    }

    /**
     * The value of a string key.
     *
     * @param key the key
     * @return its value, null where there is none
     */
    public @Nullable RegoValue get(String key) {
        int i = keys.find(key);
        return i < 0 ? null : values[i];
    }

    /**
     * Whether a key has a value.
     *
     * @param value the value
     * @return whether one has
     */
    public boolean containsValue(RegoValue value) {
        for (int i = 0; i < keys.size(); i++) {
            if (values[i].equals(value)) {
                return true;
            }
        }
        return false;
    }

    /**
     * This object with one key set; keys are shared when the key is there already. This object stays as it is.
     *
     * @param key the key
     * @param value the value
     * @return the other object
     */
    public RegoObject with(String key, RegoValue value) {
        int i = keys.find(key);
        RegoObject copy;
        if (i >= 0) {
            copy = new RegoObject(keys, values.clone(), true, true);
            copy.values[i] = value;
            keysShared = true;
        } else {
            keysShared = true;
            copy = new RegoObject(keys, values.clone(), true, true);
            copy.put(RegoString.of(key), value);
        }
        copy.seal();
        return copy;
    }

    @Override
    public RegoType type() {
        return RegoType.OBJECT;
    }

    @Override
    public void seal() {
        if (open) {
            open = false;
            for (int i = 0; i < keys.size(); i++) {
                values[i].seal();
            }
        }
    }

    @Override
    public int compareTo(RegoValue other) {
        if (!(other instanceof RegoObject o)) {
            return type().compareTo(other.type());
        }
        int n = Math.min(size(), o.size());
        for (int i = 0; i < n; i++) {
            int c = keyAt(i).compareTo(o.keyAt(i));
            if (c == 0) {
                c = valueAt(i).compareTo(o.valueAt(i));
            }
            if (c != 0) {
                return c;
            }
        }
        return size() - o.size();
    }

    @Override
    public boolean equals(Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof RegoObject o) || size() != o.size() || hashCode() != o.hashCode()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            RegoValue theirs = keys == o.keys ? o.values[i] : o.get(keys.item(i));
            if (theirs == null || !values[i].equals(theirs)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            seal();
            int h = 13;
            for (int i = 0; i < keys.size(); i++) {
                h += (keys.item(i).hashCode() * 31 + values[i].hashCode()) * 0xC2B2AE35;
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
