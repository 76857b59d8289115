package org.wayleave.engine.batch;

import java.util.List;
import org.wayleave.engine.value.RegoType;

/**
 * What a batch has to know of each row at one place of the input.
 *
 * @param path the place as Rego writes it, such as {@code input.person.ageBand}
 * @param kind how its values are encoded
 * @param texts the strings that make a difference, for {@link Kind#TEXT} and {@link Kind#TEXTS}; otherwise empty
 */
public record BatchColumn(String path, Kind kind, List<String> texts) {
    /** A flag that is false. */
    public static final int FALSE = 0;

    /** A flag that is true; for a place of which only presence matters, that something is there. */
    public static final int TRUE = 1;

    /** A flag for which nothing is there. */
    public static final int NO_FLAG = 2;

    private static final List<RegoType> TYPES = List.of(RegoType.values());

    /** The code where no value of any type is there. */
    public static final int NO_TYPE = TYPES.size();

    /** A whole number that is not there. */
    public static final long NO_WHOLE = Long.MIN_VALUE;

    /** A bit set for strings that are not there; an empty array of strings has no bit at all. */
    public static final long NO_TEXTS = Long.MIN_VALUE;

    /** Most strings that one column tells apart. */
    static final int MOST_TEXTS = 60;

    /** How values are encoded. */
    public enum Kind {
        /** {@code int}: the place among the texts, {@link #otherText()} or {@link #noText()}. */
        TEXT,
        /** {@code int}: {@link #FALSE}, {@link #TRUE} or {@link #NO_FLAG}. */
        FLAG,
        /** {@code int}: the {@link #code(RegoType)} of the value's type, or {@link #NO_TYPE}. */
        TYPE,
        /** {@code long}, within ±2^53, or {@link #NO_WHOLE}; for a time nanoseconds since 1970, below ±2^62. */
        WHOLE,
        /** {@code double}, standing for its shortest decimal, or {@link Double#NaN} where it is not there. */
        REAL,
        /** {@code long}: a bit for each text and {@link #otherBit()}, or {@link #NO_TEXTS}. */
        TEXTS
    }

    /**
     * The code of a string that is none of the texts.
     *
     * @return one more than the last text's code
     */
    public int otherText() {
        return texts.size();
    }

    /**
     * The code where no string is there.
     *
     * @return two more than the last text's code
     */
    public int noText() {
        return texts.size() + 1;
    }

    /**
     * The code of a type: its place in {@link RegoType}.
     *
     * @param type the type
     * @return its code, from 0
     */
    public static int code(RegoType type) {
        return TYPES.indexOf(type);
    }

    /**
     * The code of a string.
     *
     * @param text the string
     * @return the place among the texts, or {@link #otherText()}
     */
    public int code(String text) {
        int place = texts.indexOf(text);
        return place < 0 ? otherText() : place;
    }

    /**
     * The bit for strings that are none of the texts.
     *
     * @return one bit, above those of the texts
     */
    public long otherBit() {
        return 1L << texts.size();
    }

    /**
     * The bit of a string in an array.
     *
     * @param text the string
     * @return one bit: that of the text, or {@link #otherBit()}
     */
    public long bit(String text) {
        return 1L << code(text);
    }

    /** The code where nothing is there; also the largest code. */
    int noCode() {
        return switch (kind) {
            case TEXT -> noText();
            case FLAG -> NO_FLAG;
            case TYPE -> NO_TYPE;
            case WHOLE, REAL, TEXTS -> throw new IllegalStateException(path + " has no codes.");
        };
    }

    /** An array for a number of rows. */
    Object array(int rows) {
        return switch (kind) {
            case TEXT, FLAG, TYPE -> new int[rows];
            case WHOLE, TEXTS -> new long[rows];
            case REAL -> new double[rows];
        };
    }
}
