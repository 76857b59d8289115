package org.wayleave.data.catalogue;

import java.util.List;

/**
 * How consents are asked for one by one, and how often at most; immutable.
 *
 * @param restAfterRefusalDays for how long a consent is not asked for again after it was declined or withdrawn
 * @param restBetweenOffersDays for how long nothing at all is asked after an answer of any kind
 * @param mostRefusals after how many refusals a consent is never asked for again
 * @param renewBeforeDays how long before a consent runs out its renewal is due
 * @param rules in the order in which they are tried
 */
public record OptIn(
        int restAfterRefusalDays,
        int restBetweenOffersDays,
        int mostRefusals,
        int renewBeforeDays,
        List<OptInRule> rules) {
    /** What holds where a catalogue declares nothing: no offers, and renewals a month ahead. */
    public static final OptIn NONE = new OptIn(180, 14, 2, 30, List.of());

    /** Copies the list. */
    public OptIn {
        rules = List.copyOf(rules);
    }
}
