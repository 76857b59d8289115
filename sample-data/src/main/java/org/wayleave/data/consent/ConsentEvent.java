package org.wayleave.data.consent;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a consent, as it was reported.
 *
 * @param id unique among the events of a person; an event reported twice has the same id
 * @param time when it happened, not when it was reported
 * @param key channel, purpose or topic id
 * @param policyVersion version of the text that the person saw; empty if not reported
 * @param source where it was recorded, e.g. "preference-centre"
 * @param until until when a granted consent holds at most; null if only its lifetime counts
 */
public record ConsentEvent(
        String id,
        Instant time,
        Dimension dimension,
        String key,
        ConsentChange.Kind kind,
        String policyVersion,
        String source,
        Evidence evidence,
        @Nullable Instant until) {
    /**
     * The order in which events take effect. Of those at the same instant the weakest, or the soonest to run out, comes last, so that a doubt never makes a
     * consent out of a refusal; the id settles the rest.
     */
    static final Comparator<ConsentEvent> EFFECT = Comparator.comparing(ConsentEvent::time)
            .thenComparing(event -> event.kind().state(), Comparator.reverseOrder())
            .thenComparing(event -> event.until() == null ? Instant.MAX : event.until(), Comparator.reverseOrder())
            .thenComparing(ConsentEvent::id)
            .thenComparing(ConsentEvent::kind)
            .thenComparing(ConsentEvent::policyVersion)
            .thenComparing(ConsentEvent::source)
            .thenComparing(event -> event.evidence().reference())
            .thenComparing(event -> event.evidence().sha256());

    /** Returns the text that stands for this event as proof: every field on a line of its own. */
    public String proof() {
        return String.join(
                "\n",
                id,
                time.toString(),
                dimension.wire() + ":" + key,
                kind.wire(),
                policyVersion,
                source,
                until == null ? "" : until.toString());
    }
}
