package org.wayleave.data.consent;

import java.util.ArrayList;
import java.util.List;

/** Everything that happened to one person's consents, in order of time; immutable. */
public final class ConsentHistory {
    private final ConsentRegistry registry;
    private final long[] times;
    private final byte[] keys;
    private final ConsentChange.Kind[] kinds;
    private final String[] sources;
    private final int size;

    private ConsentHistory(Builder builder) {
        registry = builder.registry;
        times = builder.times;
        keys = builder.keys;
        kinds = builder.kinds;
        sources = builder.sources;
        size = builder.size;
    }

    /** Returns the list of consents this history speaks of. */
    public ConsentRegistry registry() {
        return registry;
    }

    /**
     * Returns a consent as it stands at an instant.
     *
     * @throws IllegalArgumentException if the catalogue knows no such channel, purpose or topic
     */
    public ConsentState state(Dimension dimension, String key, long epochMilli) {
        return state(position(dimension, key), epochMilli);
    }

    /** Returns a consent, by its position in the registry, as it stands at an instant. */
    public ConsentState state(int position, long epochMilli) {
        int i = lastChange(position, epochMilli);
        return i < 0
                ? ConsentState.NEVER_ASKED
                : new ConsentState(kinds[i].state(), times[i], registry.policyVersion(times[i]), sources[i]);
    }

    /** Returns only the state of a consent at an instant, without allocating. */
    public ConsentState.State status(int position, long epochMilli) {
        int i = lastChange(position, epochMilli);
        return i < 0 ? ConsentState.State.UNKNOWN : kinds[i].state();
    }

    /** Returns the index of the change that gives the state of a consent at an instant, -1 if there is none. */
    public int lastChange(int position, long epochMilli) {
        for (int i = size - 1; i >= 0; i--) {
            if (keys[i] == position && times[i] <= epochMilli) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the number of changes, those after the moment of observation included. */
    public int changes() {
        return size;
    }

    /** Returns a change; 0 is the oldest. */
    public ConsentChange change(int i) {
        ConsentRegistry.Key key = registry.key(keys[i]);
        return new ConsentChange(
                times[i], key.dimension(), key.id(), kinds[i], sources[i], registry.policyVersion(times[i]));
    }

    /** Returns the time of a change, in epoch milliseconds. */
    public long time(int i) {
        return times[i];
    }

    /** Returns the registry position of the consent a change is about. */
    public int position(int i) {
        return keys[i];
    }

    /** Returns what a change did. */
    public ConsentChange.Kind kind(int i) {
        return kinds[i];
    }

    /** Returns where a change was recorded. */
    public String source(int i) {
        return sources[i];
    }

    /** Returns all changes, oldest first. */
    public List<ConsentChange> all() {
        List<ConsentChange> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(change(i));
        }
        return all;
    }

    /** Returns this history with a withdrawal at an instant; what was to happen to that consent later no longer does. */
    public ConsentHistory withWithdrawal(Dimension dimension, String key, long time, String source) {
        return with(position(dimension, key), time, ConsentChange.Kind.WITHDRAWN, source);
    }

    /** Returns this history with a consent given (again) at an instant, to expire after its lifetime. */
    public ConsentHistory withRenewal(Dimension dimension, String key, long time, String source) {
        int position = position(dimension, key);
        ConsentChange.Kind kind =
                lastChange(position, time) < 0 ? ConsentChange.Kind.GRANTED : ConsentChange.Kind.RENEWED;
        return with(position, time, kind, source);
    }

    private ConsentHistory with(int position, long time, ConsentChange.Kind kind, String source) {
        Builder builder = new Builder(registry, size + 2);
        for (int i = 0; i < size; i++) {
            if (keys[i] != position || times[i] <= time) {
                builder.add(times[i], keys[i], kinds[i], sources[i]);
            }
        }
        builder.add(time, position, kind, source);
        if (kind.state() == ConsentState.State.GRANTED) {
            long expiry = time + registry.key(position).lifetimeMillis();
            builder.add(expiry, position, ConsentChange.Kind.EXPIRED, "lifetime");
        }
        return builder.build();
    }

    private int position(Dimension dimension, String key) {
        int position = registry.position(dimension, key);
        if (position < 0) {
            throw new IllegalArgumentException("the catalogue has no " + dimension.wire() + " named " + key);
        }
        return position;
    }

    /** Collects changes in any order. */
    public static final class Builder {
        private final ConsentRegistry registry;
        private long[] times;
        private byte[] keys;
        private ConsentChange.Kind[] kinds;
        private String[] sources;
        private int size;

        /** Makes an empty builder with room for some changes; it grows. */
        public Builder(ConsentRegistry registry, int room) {
            this.registry = registry;
            int capacity = Math.max(4, room);
            times = new long[capacity];
            keys = new byte[capacity];
            kinds = new ConsentChange.Kind[capacity];
            sources = new String[capacity];
        }

        /** Adds a change; of two at the same instant the one added later holds. */
        public Builder add(long time, int position, ConsentChange.Kind kind, String source) {
            if (size == times.length) {
                times = java.util.Arrays.copyOf(times, size * 2);
                keys = java.util.Arrays.copyOf(keys, size * 2);
                kinds = java.util.Arrays.copyOf(kinds, size * 2);
                sources = java.util.Arrays.copyOf(sources, size * 2);
            }
            int at = size++;
            while (at > 0 && times[at - 1] > time) {
                times[at] = times[at - 1];
                keys[at] = keys[at - 1];
                kinds[at] = kinds[at - 1];
                sources[at] = sources[at - 1];
                at--;
            }
            times[at] = time;
            keys[at] = (byte) position;
            kinds[at] = kind;
            sources[at] = source;
            return this;
        }

        /** Returns the history; the builder must not be used afterwards. */
        public ConsentHistory build() {
            return new ConsentHistory(this);
        }
    }
}
