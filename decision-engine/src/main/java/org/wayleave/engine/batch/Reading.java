package org.wayleave.engine.batch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Shape.ScalarKind;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.value.RegoType;

/**
 * A place of the input that the policy reads. The readings of a policy form a tree below the input itself; a row fits
 * when every place of the tree has the shape that is written here.
 */
final class Reading {
    /** Stands for the value in the label of what is made of it. */
    static final String VALUE = "\u0001";

    /** Whole numbers of rows lie within ±2^53, so that sums and products of them can be known to fit a {@code long}. */
    static final long LARGEST_WHOLE = 1L << 53;

    /** Whole numbers that a function made lie below ±2^62; for nanoseconds since 1970 that is the years 1823 to 2116. */
    static final long LARGEST_DERIVED = (1L << 62) - 1;

    /** Whole numbers that are multiplied with each other lie within ±2^30. */
    private static final long FACTOR = 1L << 30;

    private final @Nullable Reading parent;
    private final String key;
    private final Shape shape;
    private final boolean required;
    private final @Nullable Builtin derivation;
    private final Map<String, Reading> children = new TreeMap<>();
    private final boolean isAnswer;
    private long largest;
    private boolean holdsKeys;

    private Reading(
            @Nullable Reading parent,
            String key,
            Shape shape,
            boolean required,
            @Nullable Builtin derivation,
            boolean isAnswer) {
        this.isAnswer = isAnswer;
        this.parent = parent;
        this.key = key;
        this.shape = shape;
        this.required = required;
        this.derivation = derivation;
        this.largest = derivation == null ? LARGEST_WHOLE : LARGEST_DERIVED;
    }

    /** The input itself. */
    static Reading root(Shape shape) {
        return new Reading(null, "input", shape, true, null, false);
    }

    /** The answer of a rule that the compiled policy is asked for. */
    static Reading answer(String rule, Shape.Field answer) {
        return new Reading(null, rule, answer.shape(), answer.required(), null, true);
    }

    /** The reading of a member; from now on rows are held to its shape. */
    Reading child(String member) {
        return children.computeIfAbsent(member, k -> {
            Shape.Field field = switch (shape) {
                case Shape.Fields f -> f.members().getOrDefault(k, new Shape.Field(Shape.Mixed.ANYTHING, false));
                case Shape.Entries e -> new Shape.Field(e.each(), false);
                default -> throw new IllegalStateException(this + " has no members.");
            };
            return new Reading(this, k, field.shape(), field.required(), null, false);
        });
    }

    /**
     * What a function makes of the value here; absent when it fails.
     *
     * @param label the call as Rego writes it, with {@link #VALUE} for the value
     * @param function of the value alone
     */
    Reading derived(String label, Shape made, Builtin function) {
        return children.computeIfAbsent(label, k -> new Reading(this, k, made, false, function, false));
    }

    /** The value here if it is of a type, absent when it is of another. */
    Reading as(RegoType type, Shape made) {
        return derived(
                type == RegoType.OBJECT ? VALUE : type.regoName() + "(" + VALUE + ")",
                made,
                (context, args) -> args[0].type() == type ? args[0] : null);
    }

    /** The keys that an object here may have, null when they are not bounded; from now on rows are held to them. */
    @Nullable
    Set<String> keys() {
        if (shape instanceof Shape.Fields fields && fields.closed()) {
            holdsKeys = true;
            return fields.members().keySet();
        }
        return null;
    }

    /** Whether an object here may have no keys but those that are declared. */
    boolean holdsKeys() {
        return holdsKeys;
    }

    /** Holds the whole numbers here to a narrower range. */
    void narrow() {
        largest = Math.min(largest, FACTOR);
    }

    /** Whether this is the answer of a rule, or a part of it. */
    boolean isAnswer() {
        return parent == null ? isAnswer : parent.isAnswer();
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

    boolean is(ScalarKind kind) {
        return shape instanceof Shape.Scalar s && s.kind() == kind;
    }

    /** The strings that are declared for this place, sorted. */
    Set<String> texts() {
        return shape instanceof Shape.Scalar s ? new TreeSet<>(s.texts()) : Set.of();
    }

    /** The largest absolute value of a whole number here. */
    long largest() {
        return largest;
    }

    /** The path as Rego writes it, {@code input.person.ageBand} or {@code lower(input.person.country)}. */
    @Override
    public String toString() {
        if (parent == null) {
            return key;
        }
        return derivation == null ? parent + "." + key : key.replace(VALUE, parent.toString());
    }
}
