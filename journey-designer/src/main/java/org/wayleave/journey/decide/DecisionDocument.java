package org.wayleave.journey.decide;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;

/** Puts the parts of a decision document together. */
public final class DecisionDocument {

    private static final RegoString PERSON = RegoString.of("person");
    private static final RegoString ACTION = RegoString.of("action");
    private static final RegoString CONTEXT = RegoString.of("context");
    private static final RegoString TIME = RegoString.of("time");
    private static final RegoString LOCAL_HOUR = RegoString.of("localHour");
    private static final RegoString WEEKDAY = RegoString.of("weekday");
    private static final RegoString JOURNEY = RegoString.of("journey");
    private static final RegoString STEP = RegoString.of("step");
    private static final RegoString ARM = RegoString.of("arm");

    private DecisionDocument() {}

    /** The whole document. */
    public static RegoObject of(RegoObject person, RegoObject action, RegoObject context) {
        return RegoObject.builder()
                .put(PERSON, person)
                .put(ACTION, action)
                .put(CONTEXT, context)
                .build();
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
        return RegoObject.builder()
                .put(TIME, RegoString.of(instant.toString()))
                .put(LOCAL_HOUR, RegoNumber.of(local.getHour()))
                .put(WEEKDAY, RegoNumber.of(local.getDayOfWeek().getValue()))
                .put(JOURNEY, journey)
                .put(STEP, step)
                .put(ARM, arm)
                .build();
    }
}
