package org.wayleave.data.feature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;

/** The one definition of all features of a vertical: the same for a moment in the past, now, and in a simulated future. */
public final class FeatureTable {
    /** The days of events that features look back on. */
    public static final int WINDOW_DAYS = 365;

    /** The stages of {@link Calculation#LIFECYCLE}. */
    public static final List<String> LIFECYCLE = List.of("prospect", "new", "active", "cooling", "lapsed");

    /** The texts of {@link Calculation#LIKELY}. */
    public static final List<String> LIKELY = List.of("not-likely", "likely");

    static final long DAY = Duration.ofDays(1).toMillis();

    private final FeatureSchema schema;
    private final List<FeatureDefinition> definitions;
    private final ElementAge[] elements;
    private final FeatureCalculator[] calculators;
    private final List<AffinityWeights> affinities;
    private final int[] affinityOf;
    private final int categories;

    /**
     * Makes a table.
     *
     * @param categories number of categories that events can be about
     */
    public FeatureTable(List<FeatureDefinition> definitions, List<ElementAge> elements, int categories) {
        this.definitions = List.copyOf(definitions);
        this.elements = elements.toArray(ElementAge[]::new);
        this.categories = categories;
        schema = new FeatureSchema(
                definitions.stream().map(FeatureDefinition::spec).toList(),
                elements.stream().map(ElementAge::element).toList());
        calculators = definitions.stream()
                .map(definition -> new FeatureCalculator(definition, categories))
                .toArray(FeatureCalculator[]::new);
        Map<AffinityWeights.Key, Integer> groups = new LinkedHashMap<>();
        affinities = new ArrayList<>();
        affinityOf = new int[calculators.length];
        for (int i = 0; i < affinityOf.length; i++) {
            FeatureDefinition definition = definitions.get(i);
            boolean weighed = definition.calculation() == Calculation.AFFINITY
                    || definition.calculation() == Calculation.TOP_CATEGORY;
            affinityOf[i] = weighed
                    ? groups.computeIfAbsent(AffinityWeights.Key.of(definition), key -> {
                        affinities.add(new AffinityWeights(key, categories));
                        return affinities.size() - 1;
                    })
                    : -1;
        }
    }

    /** Returns the names and kinds. */
    public FeatureSchema schema() {
        return schema;
    }

    /** Returns how each feature is computed, in the order of the schema. */
    public List<FeatureDefinition> definitions() {
        return definitions;
    }

    /** Returns where the records of each data element come from, in the order of the schema. */
    public List<ElementAge> elements() {
        return List.of(elements);
    }

    /**
     * Returns features of one person to be kept up to date one event at a time, by the same definitions.
     *
     * @param lateness how long after it happened an event may still arrive
     */
    public OnlineFeatures online(Duration lateness) {
        return new OnlineFeatures(this, lateness);
    }

    /** Returns the number of categories that events can be about. */
    public int categories() {
        return categories;
    }

    /** Returns whether events are weighed by category, so that there are affinities. */
    public boolean weighs() {
        return !affinities.isEmpty();
    }

    /**
     * Returns the weight of each category in the events before an instant and, in one more place, their sum, as the first
     * affinity weighs them.
     *
     * @throws IllegalStateException if no feature {@linkplain #weighs() weighs} events
     */
    public int[] weights(EventHistory events, long now) {
        if (affinities.isEmpty()) {
            throw new IllegalStateException("no feature weighs events by category");
        }
        return affinities.getFirst().weigh(events.between(now - WINDOW_DAYS * DAY, now), now);
    }

    FeatureCalculator calculator(int position) {
        return calculators[position];
    }

    /** Returns which of {@link #affinities()} a feature is computed from, -1 if none. */
    int affinityOf(int position) {
        return affinityOf[position];
    }

    List<AffinityWeights> affinities() {
        return affinities;
    }

    /**
     * Computes the features of a person at an instant.
     *
     * @param events any events; those of the 365 days before the instant count
     * @param now epoch milliseconds
     */
    public Features compute(EventHistory events, long now, ProfileFacts profile) {
        EventHistory seen = events.between(now - WINDOW_DAYS * DAY, now);
        int[][] weights = new int[affinities.size()][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = affinities.get(i).weigh(seen, now);
        }
        double[] values = new double[calculators.length];
        for (int i = 0; i < values.length; i++) {
            if (affinityOf[i] >= 0) {
                values[i] = calculators[i].ofWeights(weights[affinityOf[i]]);
            } else if (definitions.get(i).score() != null) {
                values[i] = calculators[i].ofFeatures(values, schema);
            } else {
                values[i] = calculators[i].value(seen, now, profile);
            }
        }
        long[] newestByType = new long[events.kinds().size()];
        for (int i = 0; i < seen.size(); i++) {
            newestByType[seen.code(i)] = seen.time(i);
        }
        int[] ages = new int[elements.length];
        for (int i = 0; i < ages.length; i++) {
            long newest = newest(elements[i], seen, newestByType, profile);
            ages[i] = newest == 0 || newest > now ? -1 : (int) ((now - newest) / DAY);
        }
        return new Features(schema, values, ages);
    }

    private static long newest(ElementAge element, EventHistory events, long[] newestByType, ProfileFacts profile) {
        return switch (element.origin()) {
            case EVENTS -> newest(element, events, newestByType);
            case PROFILE -> profile.joined();
            case PREFERENCES -> profile.preferences();
            case SIZES -> profile.sizes();
            case GOALS -> profile.goals();
        };
    }

    private static long newest(ElementAge element, EventHistory events, long[] newestByType) {
        long newest = 0;
        for (int k = 0; k < element.events().size(); k++) {
            EventType type = element.events().get(k);
            long time = newestByType[type.code()];
            if (element.category() >= 0 && time > 0) {
                time = newest(events, type.code(), element.category());
            }
            newest = Math.max(newest, time);
        }
        return newest;
    }

    private static long newest(EventHistory events, int code, int category) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.code(i) == code && events.category(i) == category) {
                return events.time(i);
            }
        }
        return 0;
    }
}
