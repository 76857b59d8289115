package org.wayleave.journey.ui.service;

import java.time.Instant;
import java.util.List;
import org.wayleave.journey.canvas.Trail;

/**
 * Why a person did or did not get a message at a step.
 *
 * @param person position in the population
 * @param id such as {@code p000042}
 * @param about who it is, in a line: age band, city, what is known of purchases
 * @param headline what happened, in a sentence with the time
 * @param blocked whether something was withheld
 * @param reasons why, one sentence each
 * @param taken which rung was taken instead, in a sentence
 * @param changes what would change it
 * @param timeline what happened to the person around it, oldest first
 * @param trail the person's way through the journey
 */
public record PersonStory(
        int person,
        String id,
        String about,
        String headline,
        boolean blocked,
        List<Reason> reasons,
        String taken,
        List<Change> changes,
        List<Moment> timeline,
        Trail trail) {

    /** Copies. */
    public PersonStory {
        reasons = List.copyOf(reasons);
        changes = List.copyOf(changes);
        timeline = List.copyOf(timeline);
    }

    /**
     * One rule that objected.
     *
     * @param rung the rung it objected to, such as {@code personalised}
     * @param sentence why, as the rule says it
     * @param rule id of the rule
     * @param source what the rule is called and where it stands
     */
    public record Reason(String rung, String sentence, String rule, RunFigures.RuleWords source) {}

    /**
     * One thing that would change the outcome.
     *
     * @param from a glyph's word for how it is: a consent state, a rung; empty for none
     * @param to a glyph's word for how it would be; empty for none
     * @param sentence what would have to happen
     */
    public record Change(String from, String to, String sentence) {}

    /**
     * One moment.
     *
     * @param time when
     * @param glyph a glyph's word: a consent state or rung; empty for a plain dot
     * @param sentence what happened
     */
    public record Moment(Instant time, String glyph, String sentence) {}
}
