package org.wayleave.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads many documents of one kind from JSON. They share their tables of keys and short strings that come again, so they
 * take less memory, and a policy finds its way through them sooner. Thread-safe.
 */
public final class DocumentReader {
    private static final int POOL = 4_096;
    private static final int LONGEST_SHARED = 32;

    private final KeyTables tables = new KeyTables();
    private final @Nullable RegoString[] strings = new RegoString[POOL]; // a race costs a string

    /** A reader that knows nothing yet. */
    public DocumentReader() {}

    /**
     * The value of one JSON document.
     *
     * @param json the document
     * @return its value
     * @throws RegoJsonException when it is no JSON, or beyond the limits of {@link RegoJson}
     */
    public RegoValue read(String json) {
        return RegoJson.parse(json, this);
    }

    RegoString string(String text) {
        if (text.length() > LONGEST_SHARED) {
            return RegoString.of(text);
        }
        int h = text.hashCode() * 0x9E3779B9;
        int place = (h >>> 16) & (POOL - 1);
        RegoString known = strings[place];
        if (known != null && known.value().equals(text)) {
            return known;
        }
        RegoString fresh = RegoString.of(text);
        strings[place] = fresh;
        return fresh;
    }

    RegoObject object(RegoObject read) {
        tables.of(read);
        return read;
    }
}
