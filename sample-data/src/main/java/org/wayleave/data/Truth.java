package org.wayleave.data;

/** How each person reacts to each contact; hidden from every policy and model; safe for use by many threads. */
public final class Truth {
    private final Population population;

    Truth(Population population) {
        this.population = population;
    }

    /**
     * Returns what a contact changes in a person's behaviour. The draws depend on the population, the person, the step and the
     * number of the visit only, so that the same contact under other circumstances shares them.
     */
    public Reaction reaction(Person person, Contact contact) {
        return population.later();
    }
}
