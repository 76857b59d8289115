package org.wayleave.engine.batch;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Shape.ScalarKind;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Rows of one batch policy: the column arrays, and the input documents for what columns do not tell. Belongs to one
 * thread at a time; to be filled again and again.
 */
public final class BatchRows {
    private final Reading root;
    private final Layout layout;
    private final BuiltinContext context;
    private final Object[] arrays;
    private final @Nullable RegoValue[] documents;
    private final boolean[] misfits;
    private final Set<Reading> needed = new HashSet<>();

    BatchRows(Reading root, List<Ask> asks, Layout layout, BuiltinContext context, int capacity) {
        this.root = root;
        this.layout = layout;
        this.context = context;
        this.arrays = layout.columns().stream().map(c -> c.array(capacity)).toArray();
        this.documents = new RegoValue[capacity];
        this.misfits = new boolean[capacity];
        findNeeded(root);
        asks.forEach(ask -> findNeeded(ask.reading()));
    }

    /** What a function makes of a value is computed only if a column holds it, or something made of it. */
    private boolean findNeeded(Reading reading) {
        boolean found = layout.place(reading) >= 0;
        for (Reading child : reading.children().values()) {
            found |= findNeeded(child);
        }
        if (found) {
            needed.add(reading);
        }
        return found;
    }

    /**
     * How many rows there is room for.
     *
     * @return a number of rows
     */
    public int capacity() {
        return documents.length;
    }

    /**
     * The columns to be filled, in the order of {@link #codes}, {@link #longs} and {@link #doubles}.
     *
     * @return the columns
     */
    public List<BatchColumn> columns() {
        return layout.given();
    }

    /**
     * The array of a {@link BatchColumn.Kind#TEXT} or {@link BatchColumn.Kind#FLAG} column, to be filled in place.
     *
     * @param column the place among {@link #columns()}
     * @return a value for each row
     */
    public int[] codes(int column) {
        return (int[]) arrays[column];
    }

    /**
     * The array of a {@link BatchColumn.Kind#WHOLE} or {@link BatchColumn.Kind#TEXTS} column, to be filled in place.
     *
     * @param column the place among {@link #columns()}
     * @return a value for each row
     */
    public long[] longs(int column) {
        return (long[]) arrays[column];
    }

    /**
     * The array of a {@link BatchColumn.Kind#REAL} column, to be filled in place.
     *
     * @param column the place among {@link #columns()}
     * @return a value for each row
     */
    public double[] doubles(int column) {
        return (double[]) arrays[column];
    }

    /**
     * Fills a row from an input document. A document that is not as the schema says, in any part that the policy reads,
     * or whose fixed parts are others, is marked to be decided by the compiled policy.
     *
     * @param row the row, from 0
     * @param input the input document
     */
    public void set(int row, RegoValue input) {
        documents[row] = input;
        misfits[row] = !read(root, input, row);
    }

    /**
     * Says what document belongs to a row whose columns were filled in place. It is read only when the compiled policy
     * decides the row, so the caller vouches that it fits the schema and agrees with the columns.
     *
     * @param row the row, from 0
     * @param input the input document
     */
    public void vouch(int row, RegoValue input) {
        documents[row] = input;
        misfits[row] = false;
    }

    /**
     * The document of a row, null when none was given.
     *
     * @param row the row, from 0
     * @return the document
     */
    public @Nullable RegoValue document(int row) {
        return documents[row];
    }

    boolean isMisfit(int row) {
        return misfits[row];
    }

    /** Notes what a rule answered for a row, null for undefined; false when columns cannot hold the answer. */
    boolean answer(int row, Ask ask, @Nullable RegoValue answer) {
        RegoValue held = ask.block() == Ask.WHOLE
                ? answer
                : RegoBoolean.of(answer instanceof RegoSet objections && objections.size() > 0);
        return read(ask.reading(), held, row);
    }

    Object[] arrays() {
        return arrays;
    }

    private boolean read(Reading reading, @Nullable RegoValue value, int row) {
        if (reading.shape() instanceof Shape.Fixed fixed) {
            return fixed.value().equals(value);
        }
        if (reading.shape() instanceof Shape.Absent) {
            return value == null;
        }
        if (value == null) {
            absent(reading, row);
            return !reading.required();
        }
        int place = layout.place(reading);
        return switch (reading.shape()) {
            case Shape.Scalar s -> readScalar(s.kind(), reading, value, place, row);
            case Shape.Texts t -> readTexts(value, place, row) && readDerived(reading, value, row);
            case Shape.Fields f -> readMembers(reading, value, place, row);
            case Shape.Entries e -> readMembers(reading, value, place, row);
            case Shape.Mixed m -> readMixed(reading, m, value, place, row);
            default -> throw new IllegalStateException(reading + " has no shape of its own.");
        };
    }

    private boolean readMixed(Reading reading, Shape.Mixed mixed, RegoValue value, int place, int row) {
        if (place >= 0) {
            codes(place)[row] = BatchColumn.code(value.type());
        }
        return mixed.types().contains(value.type()) && readDerived(reading, value, row);
    }

    private boolean readDerived(Reading reading, RegoValue value, int row) {
        boolean fits = true;
        for (Reading derived : reading.children().values()) {
            if (needed.contains(derived)) {
                fits &= read(derived, derive(derived.derivation(), value), row);
            }
        }
        return fits;
    }

    private boolean readMembers(Reading reading, RegoValue value, int place, int row) {
        if (!(value instanceof RegoObject object)) {
            return false;
        }
        if (place >= 0) {
            codes(place)[row] = BatchColumn.TRUE;
        }
        boolean fits = !reading.holdsKeys() || hasOnlyKeysOf(reading, object);
        for (Map.Entry<String, Reading> child : reading.children().entrySet()) {
            fits &= read(child.getValue(), object.get(child.getKey()), row);
        }
        return fits;
    }

    private static boolean hasOnlyKeysOf(Reading reading, RegoObject object) {
        Set<String> keys = Objects.requireNonNull(reading.keys());
        for (int i = 0; i < object.size(); i++) {
            if (!(object.keyAt(i) instanceof RegoString key && keys.contains(key.value()))) {
                return false;
            }
        }
        return true;
    }

    private boolean readScalar(ScalarKind kind, Reading reading, RegoValue value, int place, int row) {
        return switch (kind) {
            case TEXT -> value instanceof RegoString s && readText(reading, s, place, row);
            case WHOLE -> value instanceof RegoNumber n && readWhole(reading, n, place, row);
            case REAL -> value instanceof RegoNumber n && readReal(n, place, row);
            case TRUTH -> value instanceof RegoBoolean b && readTruth(b, place, row);
        };
    }

    private boolean readText(Reading reading, RegoString text, int place, int row) {
        if (place >= 0) {
            codes(place)[row] = layout.columns().get(place).code(text.value());
        }
        return readDerived(reading, text, row);
    }

    private boolean readWhole(Reading reading, RegoNumber number, int place, int row) {
        if (!number.isLong() || number.longValue() < -reading.largest() || number.longValue() > reading.largest()) {
            return false;
        }
        if (place >= 0) {
            longs(place)[row] = number.longValue();
        }
        return true;
    }

    private boolean readReal(RegoNumber number, int place, int row) {
        double real = number.doubleValue();
        if (!Double.isFinite(real) || RegoNumber.of(real).compareTo(number) != 0) {
            return false;
        }
        if (place >= 0) {
            doubles(place)[row] = real;
        }
        return true;
    }

    private boolean readTruth(RegoBoolean truth, int place, int row) {
        if (place >= 0) {
            codes(place)[row] = truth.value() ? BatchColumn.TRUE : BatchColumn.FALSE;
        }
        return true;
    }

    private @Nullable RegoValue derive(@Nullable Builtin derivation, RegoValue value) {
        try {
            return derivation == null ? null : derivation.call(context, new RegoValue[] {value});
        } catch (BuiltinException e) {
            return null; // errors are undefined: policies with strict errors are not specialised
        }
    }

    private boolean readTexts(RegoValue value, int place, int row) {
        if (!(value instanceof RegoArray array)) {
            return false;
        }
        long bits = 0;
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof RegoString text)) {
                return false;
            }
            bits |= place < 0 ? 0 : layout.columns().get(place).bit(text.value());
        }
        if (place >= 0) {
            longs(place)[row] = bits;
        }
        return true;
    }

    private void absent(Reading reading, int row) {
        int place = layout.place(reading);
        if (place >= 0) {
            BatchColumn column = layout.columns().get(place);
            switch (column.kind()) {
                case TEXT, FLAG, TYPE -> codes(place)[row] = column.noCode();
                case WHOLE -> longs(place)[row] = BatchColumn.NO_WHOLE;
                case TEXTS -> longs(place)[row] = BatchColumn.NO_TEXTS;
                case REAL -> doubles(place)[row] = Double.NaN;
            }
        }
        reading.children().values().forEach(child -> absent(child, row));
    }

    /** Forgets the documents, so that they can be collected. */
    public void clear() {
        Arrays.fill(documents, null);
    }
}
