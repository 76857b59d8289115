package org.wayleave.data.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.data.feature.FeatureKind;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.feature.Features;

/** Collects the features of people, one after the other, and says how each feature is spread. For one thread. */
public final class FeatureProfiler {
    private final FeatureSchema schema;
    private final double[][] values;
    private int people;

    /**
     * Makes a profiler.
     *
     * @param most the most people that will be added
     */
    public FeatureProfiler(FeatureSchema schema, int most) {
        this.schema = schema;
        values = new double[schema.features().size()][most];
    }

    /** Adds a person's features. */
    public void add(Features features) {
        for (int i = 0; i < values.length; i++) {
            values[i][people] = features.raw(i);
        }
        people++;
    }

    /** Returns a profile of each feature, in the order of the schema. */
    public List<FeatureProfile> profiles() {
        List<FeatureProfile> profiles = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            profiles.add(profile(schema.features().get(i), values[i]));
        }
        return profiles;
    }

    private FeatureProfile profile(FeatureSpec spec, double[] column) {
        double[] present = Arrays.stream(column, 0, people)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        Map<Double, Integer> counts = new TreeMap<>();
        for (double value : present) {
            counts.merge(value, 1, Integer::sum);
        }
        List<FeatureProfile.ValueCount> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<Double, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new FeatureProfile.ValueCount(words(spec, entry.getKey()), entry.getValue()))
                .toList();
        boolean spread = spec.kind() == FeatureKind.NUMBER && present.length > 0;
        return new FeatureProfile(
                spec, people, people - present.length, spread ? Distribution.of(present) : null, frequent);
    }

    private static String words(FeatureSpec spec, double value) {
        return switch (spec.kind()) {
            case FLAG -> value == 1 ? "yes" : "no";
            case TEXT -> spec.vocabulary().get((int) value);
            case NUMBER -> value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        };
    }
}
