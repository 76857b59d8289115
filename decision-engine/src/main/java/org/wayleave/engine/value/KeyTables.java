package org.wayleave.engine.value;

import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets objects with the same string keys in the same order share one table of keys, whoever built them, so that a
 * {@link KeyLookup} knows them again by that table alone. Thread-safe.
 */
public final class KeyTables {
    private static final int MOST = 1_024;

    private final ConcurrentHashMap<Keys, Members> known = new ConcurrentHashMap<>();

    /** Tables are equal when they hold the same strings in the same order. */
    private record Keys(Members members) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Keys k && members.sameInOrder(k.members);
        }

        @Override
        public int hashCode() {
            return members.hashInOrder();
        }
    }

    /** Tables for the objects of one policy or reader. */
    public KeyTables() {}

    /** The table of an object's keys, from now on the shared one where there is one. */
    Members of(RegoObject object) {
        Members keys = object.keys();
        if (keys.isSettled() || object.isOpen()) {
            return keys;
        }
        keys.order(); // computed before it is shared
        Members shared = keys;
        if (keys.allStrings()) {
            Members met = known.get(new Keys(keys));
            if (met == null && known.size() < MOST) {
                keys.settle();
                met = known.putIfAbsent(new Keys(keys), keys);
            }
            shared = met == null ? keys : met;
        }
        if (shared == keys) {
            keys.settle();
        } else {
            VarHandle.releaseFence(); // who sees the table sees all of it
            object.share(shared);
        }
        return shared;
    }
}
