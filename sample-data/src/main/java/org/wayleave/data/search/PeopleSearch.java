package org.wayleave.data.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.wayleave.data.PersonGenerator;

/** Looks through a population on all cores, drawing each person anew; nothing is kept but the indexes of those found. */
public final class PeopleSearch {
    /** Small at first, so that whoever cancels at once need not wait; later large enough to keep all cores busy. */
    private static final int FIRST_BLOCK = 256;

    private static final int LARGEST_BLOCK = 32_768;

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
        int[] found = new int[0];
        int block = FIRST_BLOCK;
        int next = 0;
        while (next < people) {
            if (cancelled.getAsBoolean()) {
                return PeopleSelection.found(found, next, people);
            }
            scanned.accept(next);
            int end = (int) Math.min(people, (long) next + block);
            int[] here = IntStream.range(next, end)
                    .parallel()
                    .filter(i -> passes(filter, i, asOf))
                    .toArray();
            int before = found.length;
            found = Arrays.copyOf(found, before + here.length);
            System.arraycopy(here, 0, found, before, here.length);
            next = end;
            block = Math.min(block * 2, LARGEST_BLOCK);
        }
        scanned.accept(people);
        return PeopleSelection.found(found, people, people);
    }

    private boolean passes(PeopleFilter filter, int index, long asOf) {
        return filter.admitsId(index) && (filter.asksIdOnly() || filter.admits(generator.person(index), asOf));
    }
}
