package org.wayleave.app.report;

import java.util.List;
import java.util.Map;
import org.wayleave.app.report.Report.Fact;
import org.wayleave.app.report.Report.Tile;
import org.wayleave.app.report.svg.IntervalChart.Interval;
import org.wayleave.app.report.svg.StepFigures;
import org.wayleave.journey.graph.Journey;

/**
 * What the report says about one run of one journey.
 *
 * @param journey the journey as it was run
 * @param version its version
 * @param steps figures by step id
 * @param tiles the figures that a reader sees first
 * @param lost reach lost to each rule, the most first
 * @param consent which rung was taken, by the weakest consent that the best message needed
 * @param ladders which rung was taken, step by step
 * @param effects incremental value per person, with its interval and the simulated truth
 * @param currency sign of the amounts
 * @param expectations what became of the journey's expectations
 * @param people people explained step by step
 * @param facts what is needed to make the same figures again
 */
public record Chapter(
        Journey journey,
        int version,
        Map<String, StepFigures> steps,
        List<Tile> tiles,
        List<RuleLoss> lost,
        List<LadderUse> consent,
        List<LadderUse> ladders,
        List<Interval> effects,
        String currency,
        List<Expected> expectations,
        List<PersonStory> people,
        List<Fact> facts) {

    /** Copies the collections. */
    public Chapter {
        steps = Map.copyOf(steps);
        tiles = List.copyOf(tiles);
        lost = List.copyOf(lost);
        consent = List.copyOf(consent);
        ladders = List.copyOf(ladders);
        effects = List.copyOf(effects);
        expectations = List.copyOf(expectations);
        people = List.copyOf(people);
        facts = List.copyOf(facts);
    }

    /**
     * What became of an expectation.
     *
     * @param verdict {@code holds}, {@code broken} or {@code untried}
     * @param name what people read
     * @param figures the figures behind the verdict, in words
     * @param witnesses ids of people who speak against it, the first of them; may be empty
     */
    public record Expected(String verdict, String name, String figures, String witnesses) {}

    /**
     * Reach lost to a rule.
     *
     * @param rule id of the rule
     * @param title its title in the policy
     * @param description its description in the policy
     * @param decisions decisions in which it denied at least one rung
     * @param sole those in which it alone denied the best message
     * @param silenced those that ended in silence
     * @param people different people it touched
     */
    public record RuleLoss(
            String rule, String title, String description, long decisions, long sole, long silenced, long people) {}

    /**
     * Which rungs were taken in a group of decisions.
     *
     * @param title what the decisions have in common
     * @param glyph sign of it, such as {@code granted}; may be empty
     * @param personalised times the personalised rung was taken
     * @param contextual times the contextual rung was taken
     * @param generic times the generic rung was taken
     * @param silence times nothing was sent
     */
    public record LadderUse(
            String title, String glyph, long personalised, long contextual, long generic, long silence) {
        /** The same from counts by rung name. */
        public static LadderUse of(String title, String glyph, Map<String, Long> rungs) {
            return new LadderUse(
                    title,
                    glyph,
                    rungs.getOrDefault("personalised", 0L),
                    rungs.getOrDefault("contextual", 0L),
                    rungs.getOrDefault("generic", 0L),
                    rungs.getOrDefault("silence", 0L));
        }

        /** All decisions of the group. */
        public long decisions() {
            return personalised + contextual + generic + silence;
        }
    }

    /**
     * One person, step by step.
     *
     * @param id the person's id
     * @param line who this is, in a line
     * @param why why this person was chosen
     * @param visits the steps, in time
     */
    public record PersonStory(String id, String line, String why, List<Visit> visits) {
        /** Copies the list. */
        public PersonStory {
            visits = List.copyOf(visits);
        }
    }

    /**
     * A step in a person's way.
     *
     * @param time when, for people
     * @param step title of the step
     * @param mark {@code granted}, {@code denied} … for a message's consent, a rung's name, or empty
     * @param outcome what happened, in a sentence
     * @param trials the rungs that were tried, top down; empty for steps that contact nobody
     * @param consent the consent record that counted; may be empty
     * @param change what would change the outcome; may be empty
     */
    public record Visit(
            String time,
            String step,
            String mark,
            String outcome,
            List<Trial> trials,
            String consent,
            List<String> change) {
        /** Copies the lists. */
        public Visit {
            trials = List.copyOf(trials);
            change = List.copyOf(change);
        }
    }

    /**
     * A rung that was tried.
     *
     * @param rung its name
     * @param allowed whether policy let it pass
     * @param reasons why not
     */
    public record Trial(String rung, boolean allowed, List<Reason> reasons) {
        /** Copies the list. */
        public Trial {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a rung was denied.
     *
     * @param rule title of the rule
     * @param reason the reason it gave
     * @param place file and line of the rule
     */
    public record Reason(String rule, String reason, String place) {}
}
