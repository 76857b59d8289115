package org.wayleave.journey.simulate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.json.JsonMappers;

/**
 * What a run gave. Its summary JSON is published: a field keeps its name and meaning.
 *
 * @param run what was run; equal identities give equal figures
 * @param complete whether everyone was walked; a cancelled run has what was done until then
 * @param people people walked
 * @param entered people who entered the journey at least once
 * @param entries entries into the journey
 * @param decisions message steps decided on, one row of the ledger each
 * @param evaluations rungs on which policy was asked
 * @param contacts messages sent, on any channel
 * @param unsubscribed people whom a contact made unsubscribe
 * @param steps figures of each step by id, in the order of the journey
 * @param byRule figures of each rule that denied anything, by id
 * @param byConsentState decisions by the state of consent, each by the rung taken
 * @param fallbacks decisions by the first rung of the ladder, each by the rung taken
 * @param effect what the journey brought; null when nothing can be measured
 * @param segments the same for groups of people, the largest kinds first
 * @param examples by outcome, the first person it befell
 * @param expectations what became of the journey's expectations, in its order
 * @param seconds seconds by phase: prepare, simulate, ledger (part of simulate, on its own thread), total
 * @param peakMemoryMiB the most heap in use during the run, in MiB
 * @param engine how the policy was run: {@code compile} or {@code interpret}
 * @param parity what a second engine made of the sample; null before it was asked
 * @param ledgerHash hash of all decisions
 * @param paritySamples the sample for the second engine; not in the summary
 */
public record RunResult(
        Identity run,
        boolean complete,
        int people,
        long entered,
        long entries,
        long decisions,
        long evaluations,
        long contacts,
        long unsubscribed,
        Map<String, StepFigures> steps,
        Map<String, RuleFigures> byRule,
        Map<String, Map<String, Long>> byConsentState,
        Map<String, Map<String, Long>> fallbacks,
        @Nullable Effect effect,
        List<Segment> segments,
        Map<String, Integer> examples,
        List<ExpectationResult> expectations,
        Map<String, Double> seconds,
        double peakMemoryMiB,
        String engine,
        @Nullable Parity parity,
        String ledgerHash,
        @JsonIgnore List<ParitySample> paritySamples) {

    /**
     * What was run.
     *
     * @param journey id of the journey
     * @param journeyVersion its version
     * @param journeyHash content hash of the journey document
     * @param policy id of the policy
     * @param policyHash content hash of the policy document
     * @param catalogueHash content hash of the catalogue
     * @param settingsHash content hash of the settings
     * @param recipe what the people are like, as {@code retail@1}
     * @param people people asked for
     * @param days virtual days
     * @param seed the seed
     * @param start first instant, RFC 3339
     */
    public record Identity(
            String journey,
            int journeyVersion,
            String journeyHash,
            String policy,
            String policyHash,
            String catalogueHash,
            String settingsHash,
            String recipe,
            int people,
            int days,
            long seed,
            String start) {}

    /**
     * Figures of one step.
     *
     * @param type kind of step
     * @param visits times that people came to it
     * @param people different people who came to it
     * @param stillThere people still at it when the run was over
     * @param ports times that people left through each port
     * @param rungs for a message: decisions by rung taken; else empty
     * @param sent for a message: decisions in which the first rung was taken
     * @param degraded for a message: decisions in which a lower rung was taken
     * @param blocked for a message: decisions in which nothing was sent
     * @param byRule for a message: decisions in which each rule denied a rung
     */
    public record StepFigures(
            String type,
            long visits,
            long people,
            long stillThere,
            Map<String, Long> ports,
            Map<String, Long> rungs,
            long sent,
            long degraded,
            long blocked,
            Map<String, Long> byRule) {}

    /**
     * Figures of one rule.
     *
     * @param title what the rule is called
     * @param decisions decisions in which it denied at least one rung
     * @param silenced those of them that ended in silence
     * @param sole decisions in which it alone denied the first rung: without it the best message had been sent
     * @param people different people it touched
     */
    public record RuleFigures(String title, long decisions, long silenced, long sole, long people) {}

    /**
     * What the journey brought per person, in the recipe's currency.
     *
     * @param windowDays days from entry to the end of the measurement
     * @param treated people measured who were treated
     * @param held people measured who were held out
     * @param treatedMean mean spend of those treated
     * @param heldMean mean spend of those held out; null without a holdout
     * @param estimate difference of the means; null without a holdout
     * @param low lower end of the 95 % interval; null without a holdout
     * @param high upper end of the 95 % interval; null without a holdout
     * @param truth mean over everyone measured of what the journey would change in their spend; only a simulation knows it
     */
    public record Effect(
            int windowDays,
            long treated,
            long held,
            double treatedMean,
            @Nullable Double heldMean,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            double truth) {}

    /**
     * Figures of a group of people measured.
     *
     * @param key stable name
     * @param title what people read
     * @param people people measured
     * @param rungs people treated, by the best rung taken for them
     * @param unsubscribed people treated who unsubscribed
     * @param effect what the journey brought to them
     */
    public record Segment(
            String key, String title, long people, Map<String, Long> rungs, long unsubscribed, Effect effect) {}

    /**
     * What a second engine made of the sample.
     *
     * @param sampled decisions it made again
     * @param mismatches decisions in which it came to another result
     * @param status {@code checked} or {@code not-checked}
     * @param reason why it was not checked, and what to install; empty when checked
     */
    public record Parity(int sampled, int mismatches, String status, String reason) {}

    private static final ObjectMapper MAPPER =
            JsonMappers.hardened().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The same result with what a second engine made of the sample. */
    public RunResult withParity(Parity other) {
        return with(seconds, other, paritySamples);
    }

    /** The same result with other seconds by phase. */
    public RunResult withSeconds(Map<String, Double> other) {
        return with(other, parity, paritySamples);
    }

    private RunResult with(
            Map<String, Double> otherSeconds, @Nullable Parity otherParity, List<ParitySample> otherSamples) {
        return new RunResult(
                run,
                complete,
                people,
                entered,
                entries,
                decisions,
                evaluations,
                contacts,
                unsubscribed,
                steps,
                byRule,
                byConsentState,
                fallbacks,
                effect,
                segments,
                examples,
                // A summary from before there were expectations names none.
                Objects.requireNonNullElse(expectations, List.of()),
                otherSeconds,
                peakMemoryMiB,
                // A summary that names no engine was made by the interpreter.
                Objects.requireNonNullElse(engine, "interpret"),
                otherParity,
                ledgerHash,
                otherSamples);
    }

    /** The summary as JSON, as kept with the run. */
    public String toSummaryJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a run's summary could not be written", impossible);
        }
    }

    /**
     * Reads a summary.
     *
     * @throws IllegalArgumentException when the text is no summary
     */
    public static RunResult fromSummaryJson(String json) {
        try {
            RunResult read = MAPPER.readValue(json, RunResult.class);
            return read.with(read.seconds, read.parity, List.of());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("this is no summary of a run: " + broken.getOriginalMessage(), broken);
        }
    }
}
