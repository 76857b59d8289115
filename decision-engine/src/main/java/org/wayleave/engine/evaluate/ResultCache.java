package org.wayleave.engine.evaluate;

import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * What a function gave lately, for a function whose result depends on the policy's data and its one to three arguments
 * alone. It keeps results of short strings and whole numbers, at most {@value #PLACES}. Thread-safe: an entry is seen
 * whole or not at all.
 */
public final class ResultCache {
    private static final int PLACES = 256;
    private static final int LONGEST_TEXT = 64;

    private record Entry(
            RegoValue a, @Nullable RegoValue b, @Nullable RegoValue c, RegoValue result) {
        boolean isOf(RegoValue x, @Nullable RegoValue y, @Nullable RegoValue z) {
            return a.equals(x) && (b == null || b.equals(y)) && (c == null || c.equals(z));
        }
    }

    private final @Nullable Entry[] entries = new Entry[PLACES];

    /** What the function gave, in the form of {@link Evaluation#remembered}; null when that is not kept. */
    public @Nullable RegoValue find(RegoValue a, @Nullable RegoValue b, @Nullable RegoValue c) {
        if (!fits(a) || !fits(b) || !fits(c)) {
            return null;
        }
        Entry entry = entries[place(a, b, c)];
        return entry != null && entry.isOf(a, b, c) ? entry.result : null;
    }

    /** Keeps what the function gave, null for undefined. */
    public void keep(RegoValue a, @Nullable RegoValue b, @Nullable RegoValue c, @Nullable RegoValue result) {
        if (fits(a) && fits(b) && fits(c)) {
            if (result != null) {
                result.seal();
            }
            entries[place(a, b, c)] = new Entry(a, b, c, Evaluation.remembering(result));
        }
    }

    private static int place(RegoValue a, @Nullable RegoValue b, @Nullable RegoValue c) {
        int h = a.hashCode();
        if (b != null) {
            h = h * 31 + b.hashCode();
        }
        if (c != null) {
            h = h * 31 + c.hashCode();
        }
        return ((h * 0x9E3779B9) >>> 16) & (PLACES - 1);
    }

    /** Numbers that are equal but print differently, and what would fill the memory, are not kept. */
    private static boolean fits(@Nullable RegoValue value) {
        return value == null
                || (value instanceof RegoString s && s.value().length() <= LONGEST_TEXT)
                || (value instanceof RegoNumber n && n.isPlain());
    }
}
