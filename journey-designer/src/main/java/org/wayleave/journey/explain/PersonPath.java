package org.wayleave.journey.explain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.simulate.KnownFact;

/**
 * One person's way through a journey, explained.
 *
 * @param person position in the population
 * @param id the person's id
 * @param portrait who it is in a line: age band, city, device
 * @param flags what must be known before contacting them
 * @param zone their time zone
 * @param outcome what became of them; {@code not-entered} when they never came in
 * @param outcomeText the same in a sentence
 * @param spend what they paid in the measured window; null when not measured
 * @param spendWithout what they would have paid without contact; null when not measured
 * @param visits the steps they came to
 * @param timeline what happened to them, in order of time
 */
public record PersonPath(
        int person,
        String id,
        String portrait,
        List<String> flags,
        String zone,
        String outcome,
        String outcomeText,
        @Nullable Double spend,
        @Nullable Double spendWithout,
        List<StepVisit> visits,
        List<Moment> timeline) {

    /**
     * A visit to a step.
     *
     * @param time when the person came, in UTC
     * @param localTime the same on the person's clock, such as {@code Mon 2 Mar 2026, 10:20}
     * @param step id of the step
     * @param type kind of the step
     * @param title title of the step
     * @param summary its line of meaning
     * @param inputs the facts it looked at
     * @param rungs the rungs on which policy was asked, top down
     * @param taken for a message: the rung taken, silence included; else null
     * @param outlet for a message: the state of consent that chose the way out; else null
     * @param port the way out; null when there was none
     * @param left when the person left, in UTC
     * @param outcome what happened here, in a sentence
     */
    public record StepVisit(
            Instant time,
            String localTime,
            String step,
            String type,
            String title,
            String summary,
            List<KnownFact> inputs,
            List<RungTrial> rungs,
            @Nullable String taken,
            @Nullable String outlet,
            @Nullable String port,
            Instant left,
            String outcome) {}

    /**
     * A rung on which policy was asked.
     *
     * @param kind which rung
     * @param channel its channel
     * @param purpose its purpose
     * @param topic its topic
     * @param allowed whether policy allowed it
     * @param denials the rules that objected
     * @param consents the consent records of its channel, purpose and topic
     * @param changes for a denied rung: the smallest changes under which policy allows it
     * @param inputJson the whole decision document
     */
    public record RungTrial(
            String kind,
            String channel,
            String purpose,
            String topic,
            boolean allowed,
            List<DenialNote> denials,
            List<ConsentNote> consents,
            List<Change> changes,
            String inputJson) {}

    /**
     * A rule that objected.
     *
     * @param rule id of the rule
     * @param reason why it objected
     * @param title what the rule is called
     * @param description what it is for
     * @param file the file of the policy; empty when the policy does not say
     * @param line the line in it, from 1; 0 when the policy does not say
     */
    public record DenialNote(String rule, String reason, String title, String description, String file, int line) {}

    /**
     * A consent record as policy saw it.
     *
     * @param dimension channel, purpose or category
     * @param key what it is about
     * @param title the same in words
     * @param state granted, denied, unknown or expired
     * @param time since when, RFC 3339; empty when unknown
     * @param policyVersion version of the text that the person saw
     * @param source where it was recorded
     */
    public record ConsentNote(
            String dimension,
            String key,
            String title,
            String state,
            String time,
            String policyVersion,
            String source) {}

    /**
     * Facts that would have to be otherwise, all together, for policy to allow a rung.
     *
     * @param facts each in words
     */
    public record Change(List<String> facts) {
        public Change {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Something that happened.
     *
     * @param time when, in UTC
     * @param localTime the same on the person's clock
     * @param kind consent, purchase, message, silence, reaction, step
     * @param mark a consent state or a rung, for its glyph; empty for none
     * @param text what, in a few words
     */
    public record Moment(Instant time, String localTime, String kind, String mark, String text) {}
}
