package org.wayleave.policy.opa;

import java.time.Duration;
import java.util.List;

/**
 * What a run of Rego unit tests came to.
 *
 * @param results one per test, in the order of files and lines; empty when the files do not compile
 * @param faults why the files do not compile; empty when they do
 */
public record TestRun(List<Result> results, List<RegoFault> faults) {

    /** Copies the lists. */
    public TestRun {
        results = List.copyOf(results);
        faults = List.copyOf(faults);
    }

    /** How a test ended. */
    public enum Outcome {
        /** The test's body held. */
        PASSED,
        /** The test's body did not hold. */
        FAILED,
        /** The test could not be evaluated. */
        ERROR,
        /** The test's name starts with {@code todo_}. */
        SKIPPED
    }

    /**
     * One test.
     *
     * @param packageName its package, without the leading {@code data.}
     * @param name the rule's name
     * @param file the file it stands in
     * @param row its line, from 1
     * @param outcome how it ended
     * @param duration how long it took
     * @param output what it printed, or the error; empty when nothing
     */
    public record Result(
            String packageName, String name, String file, int row, Outcome outcome, Duration duration, String output) {}

    /** How many tests ended so. */
    public int count(Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Whether the files compile, there is at least one test, and none failed. */
    public boolean passed() {
        return faults.isEmpty() && !results.isEmpty() && count(Outcome.FAILED) == 0 && count(Outcome.ERROR) == 0;
    }
}
