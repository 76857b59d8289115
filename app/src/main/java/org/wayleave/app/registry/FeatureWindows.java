package org.wayleave.app.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wayleave.data.event.EventType;
import org.wayleave.data.feature.EventSet;
import org.wayleave.data.feature.FeatureDefinition;
import org.wayleave.data.feature.Score;

/** How far back the features of a recipe look, and at which events; scores look as far as what they are made from. */
final class FeatureWindows {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Map<String, Integer> days = new HashMap<>();
    private final Map<String, Set<String>> events = new HashMap<>();

    /** Reads the definitions, which stand after those they are made from. */
    FeatureWindows(List<FeatureDefinition> definitions) {
        for (FeatureDefinition definition : definitions) {
            String name = definition.spec().name();
            Set<String> read = new TreeSet<>();
            int back = -1;
            if (definition.calculation().readsEvents()) {
                back = Math.toIntExact(Math.ceilDiv(definition.windowMillis(), DAY));
                for (EventSet set : List.of(definition.events(), definition.per(), definition.less())) {
                    set.types().stream().map(EventType::wire).forEach(read::add);
                }
            }
            Score score = definition.score();
            if (score != null) {
                for (String made : parts(score)) {
                    back = Math.max(back, days(made));
                    read.addAll(events(made));
                }
            }
            days.put(name, back);
            events.put(name, read);
        }
    }

    private static Set<String> parts(Score score) {
        return Stream.of(
                        score.terms().stream().map(Score.Term::bound),
                        score.zeroWhen().stream(),
                        score.onlyWhen().stream())
                .flatMap(bounds -> bounds)
                .map(Score.Bound::feature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns how many days a feature looks back, a day begun counted whole; -1 if it reads no events. */
    int days(String feature) {
        return days.getOrDefault(feature, -1);
    }

    /** Returns the ids of the events that a feature reads. */
    Set<String> events(String feature) {
        return events.getOrDefault(feature, Set.of());
    }
}
