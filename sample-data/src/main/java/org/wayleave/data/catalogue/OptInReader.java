package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the declared rules of progressive opt-in, which may be missing. */
final class OptInReader {
    private static final int MOST_DAYS = 3650;
    private static final int MOST_RULES = 200;

    private final Map<String, Purpose> purposes;
    private final Map<String, Channel> channels;
    private final Map<String, Topic> topics;
    private final Map<String, EventContract> events;

    private OptInReader(
            Map<String, Purpose> purposes,
            Map<String, Channel> channels,
            Map<String, Topic> topics,
            Map<String, EventContract> events) {
        this.purposes = purposes;
        this.channels = channels;
        this.topics = topics;
        this.events = events;
    }

    static OptIn read(
            JsonNode root,
            Map<String, Purpose> purposes,
            Map<String, Channel> channels,
            Map<String, Topic> topics,
            Map<String, EventContract> events) {
        JsonNode node = root.get("optIn");
        if (node == null) {
            return OptIn.NONE;
        }
        if (!node.isObject()) {
            throw new CatalogueException("the catalogue's \"optIn\" must be an object");
        }
        return new OptInReader(purposes, channels, topics, events).optIn(node);
    }

    private OptIn optIn(JsonNode node) {
        JsonNode list = node.get("rules");
        if (list == null || !list.isArray() || list.size() > MOST_RULES) {
            throw new CatalogueException("optIn.rules must be a list of at most " + MOST_RULES);
        }
        List<OptInRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            OptInRule rule = rule(list.get(i), "optIn.rules[" + i + "]");
            if (!ids.add(rule.id())) {
                throw new CatalogueException("optIn.rules[" + i + "] has the id " + rule.id() + " a second time");
            }
            rules.add(rule);
        }
        return new OptIn(
                Fields.optionalNumber(
                        node, "optIn", "restAfterRefusalDays", MOST_DAYS, OptIn.NONE.restAfterRefusalDays()),
                Fields.optionalNumber(
                        node, "optIn", "restBetweenOffersDays", MOST_DAYS, OptIn.NONE.restBetweenOffersDays()),
                Fields.optionalNumber(node, "optIn", "mostRefusals", 100, OptIn.NONE.mostRefusals()),
                Fields.optionalNumber(node, "optIn", "renewBeforeDays", MOST_DAYS, OptIn.NONE.renewBeforeDays()),
                rules);
    }

    private OptInRule rule(JsonNode node, String path) {
        List<String> after = Fields.optionalTexts(node, path, "after");
        after.forEach(event -> Fields.declared(events, event, path + ".after", "events"));
        List<ConsentName> needs = new ArrayList<>();
        for (String need : Fields.optionalTexts(node, path, "needs")) {
            needs.add(consent(need, path + ".needs"));
        }
        return new OptInRule(
                Fields.text(node, path, "id"),
                Fields.text(node, path, "title"),
                consent(Fields.text(node, path, "asks"), path + ".asks"),
                after,
                Math.max(1, Fields.optionalNumber(node, path, "withinDays", MOST_DAYS, 30)),
                Math.max(1, Fields.optionalNumber(node, path, "occasions", 10_000, 1)),
                needs,
                Fields.text(node, path, "reason"));
    }

    private ConsentName consent(String wire, String path) {
        int colon = wire.indexOf(':');
        String dimension = colon < 0 ? "" : wire.substring(0, colon);
        String key = wire.substring(colon + 1);
        boolean required = switch (dimension) {
            case "channel" -> {
                Channel channel = channels.get(key);
                yield channel != null && channel.consentRequired();
            }
            case "purpose" -> {
                Purpose purpose = purposes.get(key);
                yield purpose != null && purpose.consentRequired();
            }
            case "category" -> {
                Topic topic = topics.get(key);
                yield topic != null && topic.consentRequired();
            }
            default ->
                throw new CatalogueException(
                        path + " must be written channel:…, purpose:… or category:…, is \"" + wire + "\"");
        };
        if (!required) {
            throw new CatalogueException(path + " names \"" + wire + "\", for which the catalogue asks no consent");
        }
        return new ConsentName(dimension, key);
    }
}
