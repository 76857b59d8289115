package org.wayleave.journey.explain;

import java.util.Locale;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Channel;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.catalogue.Topic;

/** The catalogue's titles, as they read inside a sentence; an id that it does not know stays as it is. */
final class Titles {

    private final Catalogue catalogue;

    Titles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String channel(String id) {
        Channel channel = catalogue.channels().get(id);
        return channel == null ? id : inside(channel.title());
    }

    String purpose(String id) {
        Purpose purpose = catalogue.purposes().get(id);
        return purpose == null ? id : inside(purpose.title());
    }

    String topic(String id) {
        Topic topic = catalogue.topics().get(id);
        return topic == null ? id : inside(topic.title());
    }

    /** A data element, as it begins a sentence. */
    String element(String id) {
        DataElement element = catalogue.dataElements().get(id);
        return element == null ? id : element.title();
    }

    /** What a consent is to: “email”, “marketing”, “messages about offers”. */
    String consent(String dimension, String key) {
        return switch (dimension) {
            case "channel" -> channel(key);
            case "purpose" -> purpose(key);
            default -> "messages about " + topic(key);
        };
    }

    private static String inside(String title) {
        return title.equals(title.toUpperCase(Locale.ROOT))
                ? title
                : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
