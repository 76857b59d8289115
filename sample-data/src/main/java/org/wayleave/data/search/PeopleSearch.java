package org.wayleave.data.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.wayleave.data.PersonGenerator;

/** Looks through a population, drawing each person anew; nothing is kept but the indexes of those found. */
public final class PeopleSearch {
    private static final int STRIDE = 256;

    private final PersonGenerator generator;
    private final int people;

    /**
     * Makes a search.
     *
     * @param people size of the population, 0 or more
     */
    public PeopleSearch(PersonGenerator generator, int people) {
        this.generator = generator;
        this.people = people;
    }

    /**
     * Returns the people that pass a filter.
     *
     * @param scanned told now and then how many people have been looked at
     * @param cancelled asked now and then; once true, the people found so far are returned
     */
    public PeopleSelection find(PeopleFilter filter, IntConsumer scanned, BooleanSupplier cancelled) {
        if (filter.isAll()) {
            return PeopleSelection.all(people);
        }
        long asOf = generator.asOf().toEpochMilli();
        int[] found = new int[1024];
        int size = 0;
        for (int i = 0; i < people; i++) {
            if (i % STRIDE == 0) {
                if (cancelled.getAsBoolean()) {
                    return PeopleSelection.found(Arrays.copyOf(found, size), i, people);
                }
                scanned.accept(i);
            }
            if (filter.admitsId(i) && (filter.asksIdOnly() || filter.admits(generator.person(i), asOf))) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = i;
            }
        }
        scanned.accept(people);
        return PeopleSelection.found(Arrays.copyOf(found, size), people, people);
    }
}
