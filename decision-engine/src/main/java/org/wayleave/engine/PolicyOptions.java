package org.wayleave.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * How a policy makes its decisions.
 *
 * @param engine how the plan is run
 * @param strictErrors whether a failing built-in function fails the decision, instead of being undefined
 * @param clock what {@code time.now_ns} reads, once a decision
 * @param maxSteps statements after which a decision is given up
 * @param timeout time after which a decision is given up; zero for never
 * @param seed where random numbers of each decision start
 * @param printer gets the lines that {@code print} writes
 */
public record PolicyOptions(
        Engine engine,
        boolean strictErrors,
        InstantSource clock,
        long maxSteps,
        Duration timeout,
        long seed,
        Consumer<String> printer) {

    /**
     * {@return the usual options: compiled, lenient errors, the system's clock, 100 million steps, ten seconds,
     * prints dropped}
     */
    public static PolicyOptions standard() {
        return new PolicyOptions(
                Engine.COMPILE, false, InstantSource.system(), 100_000_000L, Duration.ofSeconds(10), 0, line -> {});
    }

    /**
     * These options with another way to run.
     *
     * @param other how the plan is run
     * @return the other options
     */
    public PolicyOptions with(Engine other) {
        return new PolicyOptions(other, strictErrors, clock, maxSteps, timeout, seed, printer);
    }

    /**
     * These options with another clock.
     *
     * @param other what {@code time.now_ns} reads
     * @return the other options
     */
    public PolicyOptions with(InstantSource other) {
        return new PolicyOptions(engine, strictErrors, other, maxSteps, timeout, seed, printer);
    }

    /**
     * These options with strict or lenient errors.
     *
     * @param strict whether a failing built-in function fails the decision
     * @return the other options
     */
    public PolicyOptions withStrictErrors(boolean strict) {
        return new PolicyOptions(engine, strict, clock, maxSteps, timeout, seed, printer);
    }

    /**
     * These options with other limits.
     *
     * @param steps statements after which a decision is given up
     * @param time time after which a decision is given up; zero for never
     * @return the other options
     */
    public PolicyOptions withLimits(long steps, Duration time) {
        return new PolicyOptions(engine, strictErrors, clock, steps, time, seed, printer);
    }

    /**
     * These options with another place for what is printed.
     *
     * @param other gets the lines that {@code print} writes
     * @return the other options
     */
    public PolicyOptions withPrinter(Consumer<String> other) {
        return new PolicyOptions(engine, strictErrors, clock, maxSteps, timeout, seed, other);
    }
}
