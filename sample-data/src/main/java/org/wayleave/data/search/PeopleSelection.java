package org.wayleave.data.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The people that a search found, in the order of the population; immutable. */
public final class PeopleSelection {
    private final int[] indexes;
    private final int size;
    private final int scanned;
    private final int people;

    private PeopleSelection(int[] indexes, int size, int scanned, int people) {
        this.indexes = indexes;
        this.size = size;
        this.scanned = scanned;
        this.people = people;
    }

    /** Returns the whole population. */
    public static PeopleSelection all(int people) {
        return new PeopleSelection(new int[0], people, people, people);
    }

    /** Takes over the array of found indexes, ascending, after some people of a population were looked at. */
    static PeopleSelection found(int[] indexes, int scanned, int people) {
        return new PeopleSelection(indexes, indexes.length, scanned, people);
    }

    /** Returns the number of people found. */
    public int size() {
        return size;
    }

    /** Returns the index in the population of the person at a place of the selection. */
    public int index(int place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("person " + place + " of " + size);
        }
        return isEverybody() ? place : indexes[place];
    }

    /** Returns the place of a person in the selection, -1 if the person is not in it. */
    public int placeOf(int index) {
        if (isEverybody()) {
            return index >= 0 && index < size ? index : -1;
        }
        return Math.max(-1, Arrays.binarySearch(indexes, index));
    }

    /** Returns the number of people that were looked at. */
    public int scanned() {
        return scanned;
    }

    /** Returns the number of people in the population. */
    public int people() {
        return people;
    }

    /** Returns whether the whole population was looked at. */
    public boolean complete() {
        return scanned == people;
    }

    /** Returns the indexes of all people of the selection. */
    public int[] toArray() {
        return isEverybody() ? IntStream.range(0, size).toArray() : indexes.clone();
    }

    private boolean isEverybody() {
        return size == people;
    }
}
