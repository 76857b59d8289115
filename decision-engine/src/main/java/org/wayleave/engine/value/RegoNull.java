package org.wayleave.engine.value;

/** Rego's null. */
public final class RegoNull implements RegoValue {
    /** The only instance. */
    public static final RegoNull NULL = new RegoNull();

    private RegoNull() {}

    @Override
    public RegoType type() {
        return RegoType.NULL;
    }

    @Override
    public int compareTo(RegoValue other) {
        return type().compareTo(other.type());
    }

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return 3;
    }

    @Override
    public String toString() {
        return "null";
    }
}
