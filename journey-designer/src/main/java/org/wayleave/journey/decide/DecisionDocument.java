package org.wayleave.journey.decide;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;

/** Puts the parts of a decision document together. */
public final class DecisionDocument {

    // Documents of one layout share their keys, so the engine finds a member without a search.
    private static final RegoObject.Layout DOCUMENT = RegoObject.Layout.of("person", "action", "context");
    private static final RegoObject.Layout CONTEXT =
            RegoObject.Layout.of("time", "localHour", "weekday", "journey", "step", "arm");

    private DecisionDocument() {}

    /** The whole document. */
    public static RegoObject of(RegoObject person, RegoObject action, RegoObject context) {
        return DOCUMENT.object(person, action, context);
    }

    /** The journey as the context names it. */
    public static RegoObject journey(String id, int version) {
        return RegoObject.builder()
                .put("id", RegoString.of(id))
                .put("version", RegoNumber.of(version))
                .build();
    }

    /** The context of a decision at an instant, in epoch milliseconds, for a person in a time zone. */
    public static RegoObject context(long time, ZoneId zone, RegoObject journey, RegoString step, RegoString arm) {
        Instant instant = Instant.ofEpochMilli(time);
        ZonedDateTime local = instant.atZone(zone);
        return CONTEXT.object(
                RegoString.of(instant.toString()),
                RegoNumber.of(local.getHour()),
                RegoNumber.of(local.getDayOfWeek().getValue()),
                journey,
                step,
                arm);
    }
}
