package org.wayleave.journey.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a journey is expected to do, kept with it and tried on every simulation: its unit test.
 *
 * <p>It concerns people who enter the journey, for whom all conditions hold as they enter first, who come to a step if one is
 * named, and only while a consent stands as it says. Of them, the claim says how many see the happening in that time.
 *
 * @param id stable name, well formed like a step's, once in a journey
 * @param title what people read; empty for the sentence of {@link #summary()}
 * @param people conditions on who is concerned; empty for everyone who enters
 * @param from the step from which on they are concerned; empty from their entry on
 * @param consent how a consent stands while they are concerned; null whatever it is
 * @param claim how many of them
 * @param share for a claim that takes one, 0 to 1; otherwise 0
 * @param what what happens to them
 */
public record Expectation(
        String id,
        String title,
        List<Condition> people,
        String from,
        @Nullable ConsentStanding consent,
        Claim claim,
        double share,
        Happening what,
        Extras extras) {

    /**
     * Checks names and ranges.
     *
     * @throws IllegalArgumentException with one clear line
     */
    public Expectation {
        if (!Names.wellFormed(id)) {
            throw new IllegalArgumentException("“" + id
                    + "” is no id of an expectation; it takes lower-case letters, digits and hyphens, at most 64");
        }
        people = List.copyOf(people);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1: " + share);
        }
        if (!claim.takesShare() && share != 0) {
            throw new IllegalArgumentException("“" + claim.words() + "” takes no share");
        }
        share = share + 0.0;
        Objects.requireNonNull(what);
    }

    /** What people read: the title, or the sentence when it has none. */
    public String name() {
        return title.isEmpty() ? summary() : title;
    }

    /** The expectation in a sentence, such as “Never: people with ageBand is under-16 reach the step “offer””. */
    public String summary() {
        return summary(step -> step);
    }

    /**
     * The expectation in a sentence.
     *
     * @param steps what people call a step, by its id
     */
    public String summary(UnaryOperator<String> steps) {
        List<String> words = new ArrayList<>();
        words.add(
                claim.takesShare()
                        ? claim.words() + " " + FactValue.of(share * 100).words() + " %:"
                        : claim.words() + ":");
        words.add("people");
        if (!people.isEmpty()) {
            words.add("with " + people.stream().map(Condition::summary).collect(Collectors.joining(" and ")));
        }
        words.add(what instanceof Happening.Reaches reaches ? reaches.summary(steps) : what.summary());
        if (!from.isEmpty()) {
            words.add("after the step “" + steps.apply(from) + "”");
        }
        if (consent != null) {
            words.add("while their " + consent.summary());
        }
        String sentence = String.join(" ", words);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The steps that it names. */
    public List<String> steps() {
        List<String> steps = new ArrayList<>();
        if (!from.isEmpty()) {
            steps.add(from);
        }
        if (what instanceof Happening.Reaches reaches) {
            steps.add(reaches.step());
        }
        return List.copyOf(steps);
    }

    /** The same expectation under another id. */
    public Expectation withId(String other) {
        return new Expectation(other, title, people, from, consent, claim, share, what, extras);
    }
}
