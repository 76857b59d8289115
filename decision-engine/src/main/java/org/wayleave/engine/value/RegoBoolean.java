package org.wayleave.engine.value;

/** Rego's booleans; false sorts before true. There are two instances, so identity is equality. */
public final class RegoBoolean implements RegoValue {
    /** True. */
    public static final RegoBoolean TRUE = new RegoBoolean(true);
    /** False. */
    public static final RegoBoolean FALSE = new RegoBoolean(false);

    private final boolean value;

    private RegoBoolean(boolean value) {
        this.value = value;
    }

    /**
     * The boolean of a Java boolean.
     *
     * @param value true or false
     * @return the one instance of it
     */
    public static RegoBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** {@return the boolean as a Java boolean} */
    public boolean value() {
        return value;
    }

    @Override
    public RegoType type() {
        return RegoType.BOOLEAN;
    }

    @Override
    public int compareTo(RegoValue other) {
        return other instanceof RegoBoolean b ? Boolean.compare(value, b.value) : type().compareTo(other.type());
    }

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return value ? 1231 : 1237;
    }

    @Override
    public String toString() {
        return value ? "true" : "false";
    }
}
