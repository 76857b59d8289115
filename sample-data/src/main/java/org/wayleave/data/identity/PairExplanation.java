package org.wayleave.data.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why two identifiers were merged, or were not.
 *
 * @param first smaller identifier
 * @param second greater identifier
 * @param rule rule about their kinds
 * @param verdict what became of them
 * @param days days on which they occur together
 * @param confidence confidence after decay, 0 to 1
 * @param fresh confidence the same days would give without decay, 0 to 1
 * @param newest newest day on which they occur together
 * @param events the events in which both occur, oldest first
 */
public record PairExplanation(
        int first,
        int second,
        IdentityRules.Rule rule,
        Verdict verdict,
        int days,
        double confidence,
        double fresh,
        LocalDate newest,
        List<EventMention> events) {

    /** Copies the list. */
    public PairExplanation {
        events = List.copyOf(events);
    }

    /**
     * An event that counts.
     *
     * @param number number of the event
     */
    public record EventMention(int number, Instant time) {}

    /** Explains a pair of a resolution. */
    public static PairExplanation of(Resolution resolution, int pair) {
        Evidence evidence = resolution.evidence();
        List<EventMention> mentions = new ArrayList<>();
        for (int event : resolution.eventsOf(pair)) {
            mentions.add(new EventMention(
                    event, Instant.ofEpochMilli(resolution.events().time(event))));
        }
        IdentityRules.Rule rule = evidence.rule(pair);
        return new PairExplanation(
                evidence.low(pair),
                evidence.high(pair),
                rule,
                resolution.verdict(pair),
                evidence.days(pair),
                evidence.confidence(pair),
                -StrictMath.expm1(-evidence.days(pair) * rule.evidence(0)),
                LocalDate.ofEpochDay(evidence.lastDay(pair)),
                mentions);
    }

    /** Returns the explanation in sentences. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(rule.title() + " (rule " + rule.id() + ").");
        sentences.add("Together in " + events.size() + " events on " + days + " days, last on " + newest
                + "; the rule needs " + rule.leastDays() + " days.");
        sentences.add(String.format(
                Locale.ROOT,
                "Confidence %.3f after decay with a half-life of %d days, %.3f without; the rule needs %.3f.",
                confidence,
                rule.halfLifeDays(),
                fresh,
                rule.leastConfidence()));
        sentences.add(verdict.sentence());
        return sentences;
    }

    /** Returns the day of an event in UTC. */
    public static LocalDate day(EventMention mention) {
        return mention.time().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
