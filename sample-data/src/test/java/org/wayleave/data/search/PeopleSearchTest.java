package org.wayleave.data.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wayleave.data.AgeBand;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;

class PeopleSearchTest {
    private static final int PEOPLE = 3000;
    private static final PersonGenerator GENERATOR =
            new PersonGenerator(Recipe.bundled("retail"), 7, Instant.parse("2026-03-02T00:00:00Z"), 0);
    private final PeopleSearch search = new PeopleSearch(GENERATOR, PEOPLE);

    @Test
    void everybodyIsFoundWithoutLookingAtAnybody() {
        PeopleSelection all = find(PeopleFilter.ALL);
        assertEquals(PEOPLE, all.size());
        assertEquals(17, all.index(17));
        assertEquals(-1, all.placeOf(PEOPLE));
        assertTrue(all.complete());
    }

    @Test
    void aSearchFindsExactlyThoseWhoHaveAllThatIsAskedFor() {
        int marketing = GENERATOR.recipe().consentRegistry().position(Dimension.PURPOSE, "marketing");
        long asOf = GENERATOR.asOf().toEpochMilli();
        PeopleSelection found =
                find(new PeopleFilter("", "FR", AgeBand.FROM_35, null, marketing, ConsentState.State.EXPIRED));
        int[] expected = IntStream.range(0, PEOPLE)
                .filter(i -> {
                    Person person = GENERATOR.person(i);
                    return person.country().equals("FR")
                            && person.ageBand() == AgeBand.FROM_35
                            && person.consents()
                                            .state(Dimension.PURPOSE, "marketing", asOf)
                                            .state()
                                    == ConsentState.State.EXPIRED;
                })
                .toArray();
        assertTrue(expected.length > 0, "the population has such people");
        assertArrayEquals(expected, found.toArray());
        assertEquals(expected.length - 1, found.placeOf(expected[expected.length - 1]));
    }

    @Test
    void aPartOfTheIdFindsByDigits() {
        PeopleSelection found = find(new PeopleFilter("0299", null, null, null, -1, null));
        assertArrayEquals(
                IntStream.range(0, PEOPLE)
                        .filter(i -> Person.idOf(i).contains("0299"))
                        .toArray(),
                found.toArray());
        assertEquals(-1, found.placeOf(1));
    }

    @Test
    void aFlagFindsThoseWhoCarryIt() {
        PeopleSelection found = find(new PeopleFilter("", null, null, "suppressed", -1, null));
        assertTrue(found.size() > 0);
        assertTrue(Arrays.stream(found.toArray())
                .allMatch(i -> GENERATOR.person(i).flags().contains("suppressed")));
    }

    @Test
    void aConsentWithoutAStateDoesNotRestrict() {
        assertTrue(new PeopleFilter("", null, null, null, 3, null).isAll());
    }

    @Test
    void aCancelledSearchKeepsWhatItFoundAndSaysHowFarItCame() {
        AtomicInteger asked = new AtomicInteger();
        PeopleSelection found = search.find(
                new PeopleFilter("", "DE", null, null, -1, null), done -> {}, () -> asked.incrementAndGet() > 3);
        assertFalse(found.complete());
        assertTrue(found.size() > 0);
        assertTrue(found.scanned() < PEOPLE);
        assertTrue(found.index(found.size() - 1) < found.scanned());
        assertEquals(PEOPLE, found.people());
    }

    private PeopleSelection find(PeopleFilter filter) {
        return search.find(filter, done -> {}, () -> false);
    }
}
