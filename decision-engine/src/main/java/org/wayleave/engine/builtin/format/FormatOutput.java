package org.wayleave.engine.builtin.format;

/** The text so far, and the flags, width and precision of the directive that is being written. */
final class FormatOutput {
    static final int NONE = -1;

    private final StringBuilder text = new StringBuilder();

    boolean minus;
    boolean plus;
    boolean sharp;
    boolean space;
    boolean zero;

    /** {@code #} and {@code +} of the verb {@code v}, where they mean Go's own notation. */
    boolean goSyntax;

    boolean plusOfValue;

    int width;
    int precision = NONE;

    void clear() {
        minus = plus = sharp = space = zero = goSyntax = plusOfValue = false;
        width = 0;
        precision = NONE;
    }

    FormatOutput append(String more) {
        text.append(more);
        return this;
    }

    FormatOutput append(char c) {
        text.append(c);
        return this;
    }

    FormatOutput appendCodePoint(int c) {
        text.appendCodePoint(c);
        return this;
    }

    FormatOutput append(String from, int start, int end) {
        text.append(from, start, end);
        return this;
    }

    boolean padsWithZeros() {
        return zero && !minus;
    }

    /** Fills up, with zeros on the left where the directive asks for them. */
    void padding(int count) {
        text.repeat(padsWithZeros() ? '0' : ' ', Math.max(0, count));
    }

    /** Appends a text, filled up to the width. */
    void padded(String s) {
        int missing = width - s.codePointCount(0, s.length());
        if (!minus) {
            padding(missing);
        }
        text.append(s);
        if (minus) {
            padding(missing);
        }
    }

    /** {@link #padded} without zeros. */
    void paddedWithBlanks(String s) {
        boolean kept = zero;
        zero = false;
        padded(s);
        zero = kept;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
