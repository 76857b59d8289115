package org.wayleave.data.feature;

import java.util.Map;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;

/** How much of a person's events is about each category, for all features that ask it of the same events. */
final class AffinityWeights {
    /** What makes two features share the weights. */
    record Key(EventSet events, Map<String, Integer> weights, long windowMillis) {
        static Key of(FeatureDefinition definition) {
            return new Key(definition.events(), definition.weights(), definition.windowMillis());
        }
    }

    private final int[] byCode;
    private final long windowMillis;
    private final int categories;

    AffinityWeights(Key key, int categories) {
        this.categories = categories;
        windowMillis = key.windowMillis();
        int codes =
                key.events().types().stream().mapToInt(EventType::code).max().orElse(-1) + 1;
        byCode = new int[codes];
        for (EventType type : key.events().types()) {
            byCode[type.code()] = key.weights().getOrDefault(type.wire(), 1);
        }
    }

    /** Returns how much an event of a kind counts, 0 if it is not weighed. */
    int weight(int code) {
        return code < byCode.length ? byCode[code] : 0;
    }

    /** Returns how far back events are weighed. */
    long windowMillis() {
        return windowMillis;
    }

    /** Returns the weight of each category and, in one more place, their sum. */
    int[] weigh(EventHistory events, long now) {
        int[] weights = new int[categories + 1];
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - windowMillis; i--) {
            int code = events.code(i);
            int category = events.category(i);
            if (code < byCode.length && category >= 0) {
                weights[category] += byCode[code];
                weights[categories] += byCode[code];
            }
        }
        return weights;
    }
}
