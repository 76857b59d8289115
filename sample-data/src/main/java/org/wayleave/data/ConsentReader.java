package org.wayleave.data;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.PolicyText;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;

/** Reads the part of a recipe that says how consents are spread. */
final class ConsentReader {
    private static final int NEVER_ASKED_LIFETIME = 730;

    private final RecipeNode node;
    private final Catalogue catalogue;
    private final EventTypes events;
    private final List<ConsentRegistry.Key> keys = new ArrayList<>();
    private final List<RecipeContent.@Nullable ConsentRates> rates = new ArrayList<>();

    ConsentReader(RecipeNode node, Catalogue catalogue, EventTypes events) {
        this.events = events;
        this.node = node.only(
                "value",
                "privacyConcern",
                "withdrawnShare",
                "renewedShare",
                "returnedShare",
                "withdrawalsPerYear",
                "regrantsPerYear",
                "sources",
                "legacy",
                "events",
                "channels",
                "purposes",
                "categories");
        this.catalogue = catalogue;
    }

    RecipeContent.Consents read() {
        dimension(Dimension.CHANNEL, "channels", catalogue.channels().keySet());
        dimension(Dimension.PURPOSE, "purposes", catalogue.purposes().keySet());
        dimension(Dimension.CATEGORY, "categories", catalogue.topics().keySet());
        List<PolicyText> texts = List.copyOf(catalogue.policyTexts().values());
        ConsentRegistry registry = new ConsentRegistry(
                keys,
                texts.stream().map(PolicyText::version).toList(),
                texts.stream().mapToLong(text -> text.time().toEpochMilli()).toArray());
        double value = node.number("value", -0.95, 0.95);
        double privacyConcern = node.number("privacyConcern", 0, 0.95);
        if (value * value + privacyConcern * privacyConcern >= 1) {
            throw new RecipeException(
                    node.path() + ": the squares of value and privacyConcern must add up to less than 1");
        }
        RecipeNode sources = node.object("sources").only("granted", "declined", "withdrawn");
        return new RecipeContent.Consents(
                registry,
                rates.toArray(RecipeContent.ConsentRates[]::new),
                value,
                privacyConcern,
                node.share("withdrawnShare"),
                node.share("renewedShare"),
                node.share("returnedShare"),
                node.number("withdrawalsPerYear", 0, 12),
                node.number("regrantsPerYear", 0, 12),
                names(sources, "granted"),
                names(sources, "declined"),
                names(sources, "withdrawn"),
                legacy(),
                events());
    }

    private RecipeContent.@Nullable Legacy legacy() {
        if (!node.has("legacy")) {
            return null;
        }
        RecipeNode legacy = node.object("legacy").only("source", "before", "share");
        String before = legacy.text("before");
        try {
            return new RecipeContent.Legacy(
                    legacy.text("source"),
                    LocalDate.parse(before)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli(),
                    legacy.share("share"));
        } catch (DateTimeParseException e) {
            throw new RecipeException(legacy.path() + ".before must be a date such as 2024-02-01, is " + before, e);
        }
    }

    private Map<String, EventType> events() {
        Map<String, EventType> bySource = new LinkedHashMap<>();
        if (node.has("events")) {
            node.textTable("events").forEach((source, id) -> {
                EventType type = events.named(id);
                if (type == null) {
                    throw new RecipeException(node.path() + ".events." + source + ": the recipe has no event " + id);
                }
                bySource.put(source, type);
            });
        }
        return Collections.unmodifiableMap(bySource);
    }

    private void dimension(Dimension dimension, String section, Set<String> known) {
        RecipeNode table = node.object(section);
        table.only(known.toArray(String[]::new));
        for (String id : known) {
            if (!table.has(id)) {
                keys.add(new ConsentRegistry.Key(dimension, id, millis(NEVER_ASKED_LIFETIME)));
                rates.add(null);
                continue;
            }
            RecipeNode entry = table.object(id).only("granted", "denied", "unknown", "expired", "lifetimeDays");
            RecipeContent.ConsentRates shares = new RecipeContent.ConsentRates(
                    entry.share("granted"), entry.share("denied"), entry.share("unknown"), entry.share("expired"));
            RecipeNode.sumsToOne(entry.path(), shares.granted(), shares.denied(), shares.unknown(), shares.expired());
            keys.add(new ConsentRegistry.Key(dimension, id, millis(entry.integer("lifetimeDays", 30, 36500))));
            rates.add(shares);
        }
    }

    private static String[] names(RecipeNode sources, String name) {
        List<String> names = sources.texts(name);
        if (names.isEmpty()) {
            throw new RecipeException(sources.path() + "." + name + " must not be empty");
        }
        return names.toArray(String[]::new);
    }

    private static long millis(int days) {
        return Duration.ofDays(days).toMillis();
    }
}
