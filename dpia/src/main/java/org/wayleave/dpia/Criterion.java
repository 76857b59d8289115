package org.wayleave.dpia;

/**
 * The nine signs of a likely high risk in the guidelines on impact assessments (WP 248 rev. 01, section III.B.a), in words of
 * journeys.
 */
public enum Criterion {
    /** Evaluation or scoring. */
    SCORING("scoring", "People are scored, ranked or profiled"),
    /** Automated decision-making with legal or similar significant effect. */
    AUTOMATED_DECISION("automated-decision", "A decision with legal or similarly serious effect is made automatically"),
    /** Systematic monitoring. */
    MONITORING("monitoring", "People are watched systematically, such as visit by visit"),
    /** Sensitive data or data of a highly personal nature. */
    SENSITIVE("sensitive", "Data is sensitive or very personal"),
    /** Data processed on a large scale. */
    LARGE_SCALE("large-scale", "Very many people, much data, or a long time is covered"),
    /** Matching or combining datasets. */
    MATCHING("matching", "Data from different purposes or organisations is combined beyond what people expect"),
    /** Data concerning vulnerable data subjects. */
    VULNERABLE("vulnerable", "People who can hardly object are among them: children, patients, employees"),
    /** Innovative use or applying new technological or organisational solutions. */
    NEW_TECHNOLOGY("new-technology", "A technology is new, or is put to a new use"),
    /** Processing that prevents people from exercising a right or using a service or a contract. */
    BLOCKS_RIGHT("blocks-right", "People can be kept from a right, a service or a contract");

    private final String id;
    private final String sentence;

    Criterion(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    /** Id in documents. */
    public String id() {
        return id;
    }

    /** The sign, in a sentence. */
    public String sentence() {
        return sentence;
    }
}
