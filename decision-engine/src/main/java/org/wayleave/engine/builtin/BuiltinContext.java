package org.wayleave.engine.builtin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoValue;

/**
 * What built-in functions share within one decision: one instant that all of them see as now, values that must stay
 * the same until the decision is made, and where {@code print} goes.
 */
public final class BuiltinContext {
    private static final int SPENT_BETWEEN_CHECKS = 1_000;

    private final Surroundings surroundings;
    private final Runnable budget;
    private @Nullable Instant now;
    private @Nullable RandomGenerator random;
    private @Nullable Map<Object, Object> kept;
    private int spent;

    /**
     * What all decisions of a policy share.
     *
     * @param clock read at most once a decision
     * @param seed where each decision's random numbers start
     * @param printer gets the lines of {@code print}
     * @param caches what has been compiled and parsed
     */
    public record Surroundings(InstantSource clock, long seed, Consumer<String> printer, BuiltinCaches caches) {}

    /** The context of one decision; {@code budget} throws when the decision has used up its steps or time. */
    public BuiltinContext(Surroundings surroundings, Runnable budget) {
        this.surroundings = surroundings;
        this.budget = budget;
    }

    /** Nanoseconds since 1970-01-01T00:00Z. */
    long nowNanos() {
        if (now == null) {
            now = surroundings.clock().instant();
        }
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    RandomGenerator random() {
        if (random == null) {
            random = new SplittableRandom(surroundings.seed());
        }
        return random;
    }

    BuiltinCaches caches() {
        return surroundings.caches();
    }

    void print(String line) {
        surroundings.printer().accept(line);
    }

    /** A value computed once a decision for a key. */
    @SuppressWarnings("unchecked") // one key class is used for one value class only
    <K, V> V once(K key, Function<K, V> compute) {
        if (kept == null) {
            kept = new HashMap<>();
        }
        return (V) kept.computeIfAbsent(key, k -> compute.apply((K) k));
    }

    /** Called inside long loops: throws when the decision has used up its steps or its time. */
    void spend(int steps) {
        spent += steps;
        if (spent > SPENT_BETWEEN_CHECKS) {
            spent = 0;
            budget.run();
        }
    }

    /** The key of a value kept for one decision. */
    record Key(String builtin, RegoValue of) {}
}
