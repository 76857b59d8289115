package org.wayleave.data.consent.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Channel;
import org.wayleave.data.catalogue.ConsentName;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.catalogue.Topic;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.Dimension;

/** What consents of the registry are called in other systems, by the words of a catalogue. */
final class ConsentTerms {
    private final Catalogue catalogue;
    private final ConsentRegistry registry;

    ConsentTerms(Catalogue catalogue, ConsentRegistry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    ConsentRegistry registry() {
        return registry;
    }

    String title(Dimension dimension, String key) {
        return switch (dimension) {
            case CHANNEL -> {
                Channel channel = catalogue.channels().get(key);
                yield channel == null ? key : channel.title();
            }
            case PURPOSE -> {
                Purpose purpose = catalogue.purposes().get(key);
                yield purpose == null ? key : purpose.title();
            }
            case CATEGORY -> {
                Topic topic = catalogue.topics().get(key);
                yield topic == null ? key : topic.title();
            }
        };
    }

    String description(Dimension dimension, String key) {
        Purpose purpose = dimension == Dimension.PURPOSE ? catalogue.purposes().get(key) : null;
        return purpose == null ? "" : purpose.description();
    }

    /** Returns the data that a consent covers: that of the purpose; none for a channel or topic, which narrow purposes. */
    List<DataElement> data(Dimension dimension, String key) {
        return dimension != Dimension.PURPOSE
                ? List.of()
                : catalogue.dataElements().values().stream()
                        .filter(element -> element.purposes().contains(key))
                        .toList();
    }

    /** Returns the ids of who receives that data, each once. */
    List<String> recipients(Dimension dimension, String key) {
        return data(dimension, key).stream()
                .flatMap(element -> element.stewardship().recipients().stream())
                .distinct()
                .toList();
    }

    /** Returns the registered consent of a name such as {@code purpose:marketing}. */
    Optional<ConsentName> named(String wire) {
        int colon = wire.indexOf(':');
        for (ConsentRegistry.Key key : registry.keys()) {
            if (colon > 0
                    && key.dimension().wire().equals(wire.substring(0, colon))
                    && key.id().equals(wire.substring(colon + 1))) {
                return Optional.of(new ConsentName(key.dimension().wire(), key.id()));
            }
        }
        return Optional.empty();
    }

    /** Returns the registered purpose that one of some words names by id or title, whatever their case. */
    Optional<ConsentName> purpose(List<String> words) {
        List<String> plain = new ArrayList<>();
        words.forEach(word -> plain.add(plain(word)));
        for (ConsentRegistry.Key key : registry.keys()) {
            if (key.dimension() == Dimension.PURPOSE
                    && (plain.contains(plain(key.id())) || plain.contains(plain(title(key.dimension(), key.id()))))) {
                return Optional.of(new ConsentName(key.dimension().wire(), key.id()));
            }
        }
        return Optional.empty();
    }

    /** Returns the DPV class of a purpose; the general one where the catalogue's id is none of the usual. */
    String dpvPurpose(Dimension dimension, String key) {
        Map<String, String> known = Map.of(
                "marketing", "dpv:Marketing",
                "personalisation", "dpv:Personalisation",
                "analytics", "dpv:ServiceUsageAnalytics",
                "ads-partners", "dpv:Advertising",
                "loyalty", "dpv:CustomerRelationshipManagement",
                "service", "dpv:ServiceProvision");
        return dimension == Dimension.PURPOSE ? known.getOrDefault(key, "dpv:Purpose") : "dpv:Purpose";
    }

    private static String plain(String words) {
        int cut = Math.max(Math.max(words.lastIndexOf(':'), words.lastIndexOf('#')), words.lastIndexOf('/'));
        return words.substring(cut + 1)
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('_', ' ')
                .strip();
    }
}
