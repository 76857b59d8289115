package org.wayleave.data;

import java.time.ZoneId;
import java.util.Set;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.feature.Features;

/** A synthetic person; immutable. */
public final class Person {
    private final Population population;
    private final int index;

    Person(Population population, int index) {
        this.population = population;
        this.index = index;
    }

    /** Returns the position in the population. */
    public int index() {
        return index;
    }

    /** Returns the id, e.g. "p000042". */
    public String id() {
        return idOf(index);
    }

    /** Returns the id of the person at a position. */
    public static String idOf(int index) {
        String digits = Integer.toString(index);
        return "p" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    /** Returns the age in bands. */
    public AgeBand ageBand() {
        return population.later();
    }

    /** Returns the country, ISO 3166-1 alpha-2. */
    public String country() {
        return population.later();
    }

    /** Returns the city. */
    public String city() {
        return population.later();
    }

    /** Returns the time zone of the city. */
    public ZoneId zone() {
        return population.later();
    }

    /** Returns what the person mostly uses. */
    public Device device() {
        return population.later();
    }

    /** Returns ids of what must be known before contacting the person, e.g. "suppressed", "vulnerable", in the recipe's order. */
    public Set<String> flags() {
        return population.later();
    }

    /** Returns the pseudonyms that stand for the person's addresses. */
    public ChannelTokens tokens() {
        return population.later();
    }

    /** Returns what the person told about themselves. */
    public Answers answers() {
        return population.later();
    }

    /** Returns the consents, over all time up to the horizon. */
    public ConsentHistory consents() {
        return population.later();
    }

    /** Returns the events of the 365 days before the moment of observation. */
    public EventHistory history() {
        return population.later();
    }

    /** Returns what the person does from the moment of observation to the horizon if nobody contacts them. */
    public EventHistory future() {
        return population.later();
    }

    /** Returns the features at the moment of observation. */
    public Features features() {
        return population.later();
    }

    /** Returns the features at an instant, from the events of the 365 days before it. */
    public Features featuresAt(long epochMilli) {
        return population.later();
    }
}
