package org.wayleave.data.consent.tcf;

/** A consent string that cannot be decoded, with the place where that showed. */
public final class TcfException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final int segment;
    private final int bit;

    /** What is wrong with a string. */
    public enum Problem {
        /** Longer than any consent string can be. */
        TOO_LONG,
        /** A character that base64url does not have, or a length it cannot have. */
        NOT_BASE64URL,
        /** The bits end within a field. */
        TRUNCATED,
        /** Not a version 2 string, such as one of version 1. */
        WRONG_VERSION,
        /** A field has a value that it cannot have. */
        IMPOSSIBLE_VALUE,
        /** A range of vendors that ends before it starts, goes beyond the greatest vendor or has vendor 0. */
        WRONG_RANGE,
        /** More ranges, or wider ones, than there are vendors. */
        TOO_MANY_VENDORS,
        /** A segment of an unknown type, or one twice. */
        WRONG_SEGMENT,
        /** Bits behind the last field that are not zero. */
        TRAILING_BITS
    }

    TcfException(Problem problem, int segment, int bit, String message) {
        super("segment " + segment + ", bit " + bit + ": " + message);
        this.problem = problem;
        this.segment = segment;
        this.bit = bit;
    }

    /** Returns what is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Returns the segment, 1 for the first. */
    public int segment() {
        return segment;
    }

    /** Returns the position of the field in its segment, in bits from 0; for a wrong character, that of its first bit. */
    public int bit() {
        return bit;
    }
}
