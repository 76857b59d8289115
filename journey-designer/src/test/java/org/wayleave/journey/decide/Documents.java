package org.wayleave.journey.decide;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;

/** Parts of decision documents for tests. */
public final class Documents {

    private final Map<String, String> channels = new TreeMap<>(Map.of("email", "granted"));
    private final Map<String, String> purposes =
            new TreeMap<>(Map.of("marketing", "granted", "personalisation", "granted"));
    private final Map<String, String> topics = new TreeMap<>(Map.of("offers", "granted"));
    private String ageBand = "35-44";
    private int day;

    public Documents email(String state) {
        channels.put("email", state);
        return this;
    }

    public Documents purpose(String purpose, String state) {
        purposes.put(purpose, state);
        return this;
    }

    public Documents topic(String topic, String state) {
        topics.put(topic, state);
        return this;
    }

    public Documents ageBand(String band) {
        ageBand = band;
        return this;
    }

    public Documents contactsToday(int contacts) {
        day = contacts;
        return this;
    }

    public RegoObject person() {
        return RegoObject.builder()
                .put("id", RegoString.of("p000001"))
                .put("ageBand", RegoString.of(ageBand))
                .put("country", RegoString.of("DE"))
                .put("flags", RegoArray.EMPTY)
                .put(
                        "consent",
                        RegoObject.builder()
                                .put("channel", states(channels))
                                .put("purpose", states(purposes))
                                .put("category", states(topics))
                                .build())
                .put(
                        "contacts",
                        RegoObject.builder()
                                .put("day", RegoNumber.of(day))
                                .put("week", RegoNumber.of(day))
                                .put("topicWeek", RegoObject.EMPTY)
                                .build())
                .put("features", RegoObject.EMPTY)
                .put("dataAge", RegoObject.EMPTY)
                .build();
    }

    public static RegoObject at(int hour) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        long time =
                ZonedDateTime.of(2026, 3, 10, hour, 0, 0, 0, berlin).toInstant().toEpochMilli();
        return DecisionDocument.context(
                time,
                berlin,
                DecisionDocument.journey("win-back", 1),
                RegoString.of("offer"),
                RegoString.of("treated"));
    }

    private static RegoObject states(Map<String, String> states) {
        RegoObject.Builder builder = RegoObject.builder();
        states.forEach((key, state) -> builder.put(
                key,
                RegoObject.builder()
                        .put("state", RegoString.of(state))
                        .put("time", RegoString.of(state.equals("unknown") ? "" : "2026-01-20T09:00:00Z"))
                        .put("policyVersion", RegoString.of("2026-01"))
                        .put("source", RegoString.of("checkout"))
                        .build()));
        return builder.build();
    }
}
