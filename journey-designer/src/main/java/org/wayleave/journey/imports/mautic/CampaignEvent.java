package org.wayleave.journey.imports.mautic;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wayleave.journey.imports.foreign.SourceTexts;
import org.wayleave.journey.imports.source.JsonSource;

/**
 * One event of a Mautic campaign: an action, a condition or a decision.
 *
 * @param json its part of the file
 * @param id its number in the file
 * @param parent the number of the event before it; empty when it follows a source
 * @param path {@code yes} or {@code no} when it follows a condition or a decision; else empty
 * @param kind {@code action}, {@code condition} or {@code decision}
 * @param type what it does, such as {@code email.send}
 * @param name what people call it
 */
record CampaignEvent(JsonSource json, String id, String parent, String path, String kind, String type, String name) {

    static CampaignEvent of(JsonSource json) {
        String type = json.text("type").orElse("");
        return new CampaignEvent(
                json,
                json.text("id").orElse(""),
                json.text("parent_id").orElse(""),
                json.text("decisionPath")
                        .or(() -> json.text("decision_path"))
                        .orElse("")
                        .toLowerCase(Locale.ROOT),
                json.text("event_type").orElse(""),
                type,
                SourceTexts.title(json.text("name").orElse(type.isEmpty() ? "Event" : type)));
    }

    /** The key under which ways lead to it. */
    String key() {
        return key(id);
    }

    static String key(String id) {
        return "event " + id;
    }

    /** What was set on its form; empty when nothing was. */
    Optional<JsonSource> properties() {
        return json.field("properties").filter(held -> held.kind() == JsonSource.Kind.OBJECT);
    }

    /** One setting of its form, from where the tool itself looks it up. */
    Optional<JsonSource> property(String name) {
        return properties()
                .flatMap(held ->
                        held.field(name).filter(value -> !value.isEmpty()).or(() -> held.at("properties", name)))
                .filter(value -> !value.isEmpty());
    }

    /** How long people wait before it, when it waits for a time. */
    Optional<Duration> interval() {
        if (!mode("interval")) {
            return Optional.empty();
        }
        double count = json.number("trigger_interval").orElse(0);
        return SourceTexts.duration(count, json.text("trigger_interval_unit").orElse(""));
    }

    /** The date until which people wait before it, when it waits for one. */
    Optional<String> date() {
        return mode("date") ? json.text("trigger_date") : Optional.empty();
    }

    /** Whether it waits in that way; a way that is not known stays unread. */
    private boolean mode(String wanted) {
        if (json.holds("trigger_mode", wanted) || json.holds("trigger_mode", "immediate")) {
            json.text("trigger_mode");
        }
        return json.holds("trigger_mode", wanted);
    }

    /** Marks settings that the file holds twice as read where both say the same. */
    void settleCopies() {
        Optional<JsonSource> outer = properties();
        List<JsonSource> inner = outer.map(
                        held -> held.field("properties").map(JsonSource::fields).orElse(List.of()))
                .orElse(List.of());
        for (JsonSource copy : inner) {
            outer.flatMap(held -> held.field(copy.key()))
                    .filter(original -> loosely(original).equals(loosely(copy)))
                    .ifPresent(original -> copy.readWhole());
        }
    }

    private static String loosely(JsonSource value) {
        return value.isEmpty() ? "" : value.compact().replace("\"", "");
    }
}
