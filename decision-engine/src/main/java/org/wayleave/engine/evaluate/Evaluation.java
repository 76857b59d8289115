package org.wayleave.engine.evaluate;

import static org.wayleave.engine.PolicyException.Code.CONFLICT;
import static org.wayleave.engine.PolicyException.Code.DEADLINE;
import static org.wayleave.engine.PolicyException.Code.STEP_LIMIT;
import static org.wayleave.engine.PolicyException.Code.TOO_DEEP;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/** One decision under way, on one thread. */
public final class Evaluation {
    private static final int CALL_DEPTH = 1_000;
    private static final int CHECK_EVERY = 4_096;

    /** A rule that was run and is undefined. */
    private static final RegoValue UNDEFINED =
            RegoObject.builder().put("undefined", RegoObject.EMPTY).build();

    private final BuiltinContext.Surroundings surroundings;
    private final boolean strict;
    private final long maxSteps;
    private final long timeout;
    private @Nullable RegoValue[] memo;
    private @Nullable BuiltinContext builtins;
    private @Nullable RegoValue result;
    private @Nullable List<RegoValue> moreResults;
    private int depth;
    private long steps;
    private long nextCheck;
    private long deadline;

    /**
     * A decision that begins.
     *
     * @param functions how many results can be remembered
     * @param maxSteps statements that may run
     * @param timeout nanoseconds after which the decision is given up, counted from when it has run some thousand
     *     statements, so that short ones need no clock; 0 for never
     */
    public Evaluation(
            BuiltinContext.Surroundings surroundings, int functions, boolean strict, long maxSteps, long timeout) {
        this.surroundings = surroundings;
        this.memo = new RegoValue[functions];
        this.strict = strict;
        this.maxSteps = maxSteps;
        this.timeout = timeout;
        this.nextCheck = Math.min(maxSteps, CHECK_EVERY);
    }

    /** Counts statements that are about to run. */
    public void spend(int statements) {
        steps += statements;
        if (steps >= nextCheck) {
            nextCheck = Math.min(maxSteps, steps + CHECK_EVERY);
            check();
        }
    }

    private void check() {
        if (steps >= maxSteps) {
            throw new PolicyException(STEP_LIMIT, "The decision was given up after " + maxSteps + " steps.");
        }
        if (timeout > 0) {
            long now = System.nanoTime();
            if (deadline == 0) {
                deadline = Math.max(1, now + timeout);
            } else if (now - deadline > 0) {
                throw new PolicyException(DEADLINE, "The decision was given up at its deadline.");
            }
        }
    }

    /** Statements that have run; compiled code counts those in loops. */
    public long steps() {
        return steps;
    }

    /** Goes one call deeper. */
    public void enter() {
        if (++depth > CALL_DEPTH) {
            throw new PolicyException(TOO_DEEP, "The policy's calls are nested deeper than " + CALL_DEPTH + ".");
        }
    }

    public void leave() {
        depth--;
    }

    /** The remembered result of a rule, {@link #isUndefined undefined} included; null when it has not run yet. */
    public @Nullable RegoValue remembered(int function) {
        return memo[function];
    }

    @SuppressWarnings("ReferenceEquality") // the marker is no value, and an equal value is not the marker
    public static boolean isUndefined(RegoValue remembered) {
        return remembered == UNDEFINED;
    }

    /** What a remembered result stands for: null for {@link #isUndefined undefined}. */
    public static @Nullable RegoValue result(RegoValue remembered) {
        return isUndefined(remembered) ? null : remembered;
    }

    public void remember(int function, @Nullable RegoValue result) {
        memo[function] = remembering(result);
    }

    /** The opposite of {@link #result}. */
    static RegoValue remembering(@Nullable RegoValue result) {
        return result == null ? UNDEFINED : result;
    }

    /** Forgets what rules gave, as long as a value is replaced; returns what {@link #restoreMemo} takes back. */
    public @Nullable RegoValue[] freshMemo() {
        @Nullable RegoValue[] kept = memo;
        memo = new RegoValue[kept.length];
        return kept;
    }

    public void restoreMemo(@Nullable RegoValue[] kept) {
        memo = kept;
    }

    private BuiltinContext builtins() {
        BuiltinContext known = builtins;
        if (known == null) {
            known = new BuiltinContext(surroundings, this::check);
            builtins = known;
        }
        return known;
    }

    /** Calls a built-in function; a failure is undefined unless errors are strict. */
    public @Nullable RegoValue call(String name, Builtin builtin, RegoValue[] args, Location at) {
        try {
            return builtin.call(builtins(), args);
        } catch (BuiltinException e) {
            return failed(name, e, at);
        }
    }

    /** See {@link #call(String, Builtin, RegoValue[], Location)}. */
    public @Nullable RegoValue call(String name, Builtin.Unary builtin, RegoValue a, Location at) {
        try {
            return builtin.call(a);
        } catch (BuiltinException e) {
            return failed(name, e, at);
        }
    }

    /** See {@link #call(String, Builtin, RegoValue[], Location)}. */
    public @Nullable RegoValue call(String name, Builtin.Binary builtin, RegoValue a, RegoValue b, Location at) {
        try {
            return builtin.call(a, b);
        } catch (BuiltinException e) {
            return failed(name, e, at);
        }
    }

    /** What a failed built-in function is: undefined, unless errors are strict. */
    @Nullable
    RegoValue failed(String name, BuiltinException e, Location at) {
        if (strict) {
            throw new PolicyException(e.code(), at + ": " + name + ": " + e.getMessage(), e);
        }
        return null;
    }

    public static PolicyException assignConflict(Location at) {
        return new PolicyException(CONFLICT, at + ": complete rules and functions must not produce multiple outputs");
    }

    public static PolicyException insertConflict(Location at) {
        return new PolicyException(CONFLICT, at + ": object keys must be unique");
    }

    /** The merge of a base document and what rules say under the same path: key by key, the base first. */
    public static RegoValue merge(RegoValue base, RegoValue virtual) {
        if (!(base instanceof RegoObject a) || !(virtual instanceof RegoObject b)) {
            return base;
        }
        RegoObject result = RegoObject.open();
        for (int i = 0; i < a.size(); i++) {
            result.adding(a.keyAt(i), a.valueAt(i));
        }
        for (int i = 0; i < b.size(); i++) {
            RegoValue known = a.get(b.keyAt(i));
            result.adding(b.keyAt(i), known == null ? b.valueAt(i) : merge(known, b.valueAt(i)));
        }
        return result;
    }

    /** A document with a value at a path of keys; objects on the way are made or copied. */
    public static RegoValue upsert(@Nullable RegoValue document, RegoValue[] path, int from, RegoValue value) {
        if (from == path.length) {
            return value;
        }
        RegoObject object = document instanceof RegoObject o ? o : RegoObject.EMPTY;
        RegoObject copy = object.adding(path[from], upsert(object.get(path[from]), path, from + 1, value));
        copy.seal();
        return copy;
    }

    /** Data has string keys only; a reference with a number finds the key of its text. */
    public static @Nullable RegoValue dataAt(RegoValue data, RegoValue key) {
        return data instanceof RegoObject object && key instanceof RegoNumber n ? object.get(n.toString()) : null;
    }

    public void addResult(RegoValue bindings) {
        if (result == null) {
            result = bindings;
            return;
        }
        if (moreResults == null) {
            moreResults = new ArrayList<>();
        }
        moreResults.add(bindings);
    }

    /** The first bindings that the entry point gave, null when it gave none. */
    public @Nullable RegoValue result() {
        return result;
    }

    /** The bindings that the entry point gave, in the order found. */
    public List<RegoValue> results() {
        List<RegoValue> all = new ArrayList<>();
        if (result != null) {
            all.add(result);
        }
        if (moreResults != null) {
            all.addAll(moreResults);
        }
        return all;
    }
}
