package org.wayleave.engine.batch;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Builtin;

/**
 * A place of the input that the policy reads. The readings of a policy form a tree below the input itself; a row fits
 * when every place of the tree has the shape that is written here.
 */
final class Reading {
    /** Whole numbers of rows lie within ±2^53, so that sums and products of them can be known to fit a {@code long}. */
    static final long LARGEST_WHOLE = 1L << 53;

    /** Nanoseconds since 1970 of rows lie below ±2^62, years 1823 to 2116. */
    static final long LARGEST_NANOS = (1L << 62) - 1;

    private final @Nullable Reading parent;
    private final String key;
    private final Shape shape;
    private final boolean required;
    private final @Nullable Builtin derivation;
    private final Map<String, Reading> children = new TreeMap<>();

    private Reading(@Nullable Reading parent, String key, Shape shape, boolean required, @Nullable Builtin derivation) {
        this.parent = parent;
        this.key = key;
        this.shape = shape;
        this.required = required;
        this.derivation = derivation;
    }

    /** The input itself. */
    static Reading root(Shape shape) {
        return new Reading(null, "input", shape, true, null);
    }

    /** The reading of a member; from now on rows are held to its shape. */
    Reading child(String member) {
        return children.computeIfAbsent(member, k -> {
            Shape.Field field = switch (shape) {
                case Shape.Fields f -> f.members().getOrDefault(k, new Shape.Field(new Shape.Anything(), false));
                case Shape.Entries e -> new Shape.Field(e.each(), false);
                default -> throw new IllegalStateException(this + " has no members.");
            };
            return new Reading(this, k, field.shape(), field.required(), null);
        });
    }

    /** The nanoseconds since 1970 of a text that is a time; absent when it is none. */
    Reading nanos(String name, Builtin function) {
        return children.computeIfAbsent(
                name + "()", k -> new Reading(this, k, new Shape.Scalar(Shape.ScalarKind.WHOLE), false, function));
    }

    @Nullable
    Reading parent() {
        return parent;
    }

    String key() {
        return key;
    }

    Shape shape() {
        return shape;
    }

    boolean required() {
        return required;
    }

    /** The function that makes this value of the parent's, null for a member. */
    @Nullable
    Builtin derivation() {
        return derivation;
    }

    /** The readings below, by key. */
    Map<String, Reading> children() {
        return children;
    }

    boolean is(Shape.ScalarKind kind) {
        return shape instanceof Shape.Scalar s && s.kind() == kind;
    }

    /** The largest absolute value of a whole number here. */
    long largest() {
        return derivation == null ? LARGEST_WHOLE : LARGEST_NANOS;
    }

    /** The path as Rego writes it, {@code input.person.ageBand}. */
    @Override
    public String toString() {
        return parent == null ? key : parent + "." + key;
    }
}
