package org.wayleave.engine.value;

/** A string; strings sort by their UTF-8 bytes, which is the order of code points. */
public final class RegoString implements RegoValue {
    /** The string without characters. */
    public static final RegoString EMPTY = new RegoString("");

    private final String value;

    private RegoString(String value) {
        this.value = value;
    }

    /**
     * A string.
     *
     * @param value its text
     * @return it as a value of Rego
     */
    public static RegoString of(String value) {
        return value.isEmpty() ? EMPTY : new RegoString(value);
    }

    /** {@return the text} */
    public String value() {
        return value;
    }

    @Override
    public RegoType type() {
        return RegoType.STRING;
    }

    @Override
    public int compareTo(RegoValue other) {
        return other instanceof RegoString s ? compare(value, s.value) : type().compareTo(other.type());
    }

    /** Compares by code point: UTF-16 order differs where a surrogate meets a unit from U+E000 up. */
    static int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xs = Character.isSurrogate(x);
                return xs == Character.isSurrogate(y) ? x - y : xs ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof RegoString s && value.equals(s.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return RegoText.quote(value);
    }
}
