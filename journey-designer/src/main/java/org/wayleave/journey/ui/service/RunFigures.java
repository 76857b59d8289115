package org.wayleave.journey.ui.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.simulate.ExpectationResult;

/**
 * What a run gave, as the page shows it.
 *
 * @param entry the run
 * @param seconds how long it took
 * @param decisions message steps decided on
 * @param steps figures by step id
 * @param rules what each rule that denied anything is called, by id
 * @param segments groups of people, everyone first
 * @param expectations what became of the expectations of the journey that was run
 * @param currency of money amounts, such as {@code EUR}
 * @param parity what the second engine said; null when it was never asked
 */
public record RunFigures(
        RunEntry entry,
        double seconds,
        long decisions,
        Map<String, StepResult> steps,
        Map<String, RuleWords> rules,
        List<SegmentRow> segments,
        List<ExpectationResult> expectations,
        String currency,
        @Nullable Parity parity) {

    /** Copies. */
    public RunFigures {
        steps = Map.copyOf(steps);
        rules = Map.copyOf(rules);
        segments = List.copyOf(segments);
        expectations = List.copyOf(expectations);
    }

    /**
     * Figures of one step.
     *
     * @param visits times that people came to it
     * @param stillThere people still at it at the end
     * @param ports times that people left through each port
     * @param rungs for a message: decisions by rung taken
     * @param sent for a message: decisions on the first rung
     * @param degraded for a message: decisions on a lower rung
     * @param blocked for a message: decisions that ended in silence
     * @param byRule for a message: decisions in which each rule denied a rung
     */
    public record StepResult(
            long visits,
            long stillThere,
            Map<String, Long> ports,
            Map<String, Long> rungs,
            long sent,
            long degraded,
            long blocked,
            Map<String, Long> byRule) {}

    /**
     * What a second engine made of sampled decisions.
     *
     * @param sampled decisions made again; 0 when none could be
     * @param mismatches how many of them differ
     * @param reason which engine compared, or why none did and what to install
     */
    public record Parity(int sampled, int mismatches, String reason) {}

    /**
     * What a rule is called and where it stands.
     *
     * @param title one short line
     * @param file the file of the policy pack; empty when not known
     * @param line from 1; 0 when not known
     */
    public record RuleWords(String title, String file, int line) {}

    /**
     * A group of people.
     *
     * @param title what people read
     * @param people people measured
     * @param personalised share whose best message was personalised, 0 to 1
     * @param lower share whose best message was contextual or generic, 0 to 1
     * @param none share who got nothing, 0 to 1
     * @param estimate effect per person; null without a holdout
     * @param low lower end of the 95 % interval; null without a holdout
     * @param high upper end of the 95 % interval; null without a holdout
     * @param truth effect per person that only a simulation knows
     * @param unsubscribed share who unsubscribed, 0 to 1
     */
    public record SegmentRow(
            String title,
            long people,
            double personalised,
            double lower,
            double none,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            double truth,
            double unsubscribed) {}
}
