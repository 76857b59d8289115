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
 * @param consent what became of people by the state of their consent
 * @param ladders which rung was taken, step by step
 * @param effects incremental value per person, with its interval and the simulated truth
 * @param currency sign of the amounts
 * @param people people explained step by step
 * @param facts what is needed to make the same figures again
 */
public record Chapter(
        Journey journey,
        int version,
        Map<String, StepFigures> steps,
        List<Tile> tiles,
        List<RuleLoss> lost,
        List<ConsentReach> consent,
        List<LadderUse> ladders,
        List<Interval> effects,
        String currency,
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
        people = List.copyOf(people);
        facts = List.copyOf(facts);
    }

    /**
     * Reach lost to a rule.
     *
     * @param rule id of the rule
     * @param title its title in the policy
     * @param description its description in the policy
     * @param fired decisions in which it denied
     * @param sole decisions in which it alone denied
     */
    public record RuleLoss(String rule, String title, String description, long fired, long sole) {}

    /**
     * What became of contacts by the weakest consent they needed.
     *
     * @param state {@code granted}, {@code denied}, {@code unknown} or {@code expired}
     * @param designed got the first rung
     * @param fallback got a lower rung
     * @param silent got nothing
     */
    public record ConsentReach(String state, long designed, long fallback, long silent) {}

    /**
     * Which rungs a message step took.
     *
     * @param step title of the step
     * @param personalised times the personalised rung was taken
     * @param contextual times the contextual rung was taken
     * @param generic times the generic rung was taken
     * @param silence times nothing was sent
     */
    public record LadderUse(String step, long personalised, long contextual, long generic, long silence) {}

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
