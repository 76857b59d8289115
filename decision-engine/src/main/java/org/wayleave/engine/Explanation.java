package org.wayleave.engine;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.value.RegoValue;

/**
 * Why a decision came out as it did.
 *
 * @param result the decision, null when undefined
 * @param trace statements in the order they ran, at most {@link #MAX_TRACE}
 * @param truncated whether statements ran that the trace no longer holds
 * @param coverage per source file, which lines ran
 */
public record Explanation(
        @Nullable RegoValue result, List<Step> trace, boolean truncated, SortedMap<String, FileCoverage> coverage) {

    /** The longest trace that is kept. */
    public static final int MAX_TRACE = 20_000;

    /**
     * One statement that ran.
     *
     * @param function the rule or function, as OPA names it
     * @param statement the kind of statement, {@code Dot} or {@code Call}
     * @param at where it stands in the source
     * @param defined whether the rule went on after it
     * @param locals the locals it names, by number, as Rego source, long values cut
     */
    public record Step(
            String function, String statement, Location at, boolean defined, SortedMap<Integer, String> locals) {}

    /**
     * Lines of one file.
     *
     * @param planned lines that have statements
     * @param ran lines of which some statement ran
     * @param held lines of which every statement that ran was defined at least once
     */
    public record FileCoverage(SortedSet<Integer> planned, SortedSet<Integer> ran, SortedSet<Integer> held) {}
}
