package org.wayleave.data.catalogue;

import java.util.List;

/**
 * When a consent may be asked for.
 *
 * @param asks the consent that is asked for
 * @param after ids of event contracts, one of which must lately have happened; empty if no event is needed
 * @param withinDays how lately, 1 or more
 * @param occasions how many such events are needed in that time, 1 or more
 * @param needs consents that must be granted before
 * @param reason why now, in the words the person reads
 */
public record OptInRule(
        String id,
        String title,
        ConsentName asks,
        List<String> after,
        int withinDays,
        int occasions,
        List<ConsentName> needs,
        String reason) {
    /** Copies the lists. */
    public OptInRule {
        after = List.copyOf(after);
        needs = List.copyOf(needs);
    }
}
