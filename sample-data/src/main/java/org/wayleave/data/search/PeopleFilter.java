package org.wayleave.data.search;

import org.jspecify.annotations.Nullable;
import org.wayleave.data.AgeBand;
import org.wayleave.data.Person;
import org.wayleave.data.consent.ConsentState;

/**
 * Which people are wanted; what is null, empty or -1 does not restrict.
 *
 * @param idPart what the id contains, e.g. "0042"
 * @param country ISO 3166-1 alpha-2
 * @param ageBand age in bands
 * @param flag id of a flag that the person carries
 * @param consent position of a consent in the registry, -1 for none
 * @param state state of that consent at the moment of observation
 */
public record PeopleFilter(
        String idPart,
        @Nullable String country,
        @Nullable AgeBand ageBand,
        @Nullable String flag,
        int consent,
        ConsentState.@Nullable State state) {
    /** Everybody. */
    public static final PeopleFilter ALL = new PeopleFilter("", null, null, null, -1, null);

    /** Returns whether everybody passes. */
    public boolean isAll() {
        return idPart.isEmpty() && asksIdOnly();
    }

    /** Returns whether the person at a position may pass, as far as the id says. */
    boolean admitsId(int index) {
        return idPart.isEmpty() || Person.idOf(index).contains(idPart);
    }

    /** Returns whether nothing but the id restricts, so that no person need be drawn. */
    boolean asksIdOnly() {
        return country == null && ageBand == null && flag == null && !asksConsent();
    }

    /**
     * Returns whether a person passes, whatever the id.
     *
     * @param asOf the moment of observation, epoch milliseconds
     */
    boolean admits(Person person, long asOf) {
        return (country == null || country.equals(person.country()))
                && (ageBand == null || ageBand == person.ageBand())
                && (flag == null || person.flags().contains(flag))
                && (!asksConsent() || person.consents().status(consent, asOf) == state);
    }

    private boolean asksConsent() {
        return consent >= 0 && state != null;
    }
}
