package org.wayleave.data.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features and data elements of a vertical, in a fixed order. */
public final class FeatureSchema {
    private final List<FeatureSpec> features;
    private final List<String> elements;
    private final Map<String, Integer> featureIndex = new HashMap<>();
    private final Map<String, Integer> elementIndex = new HashMap<>();

    /** Makes a schema; names must be unique. */
    public FeatureSchema(List<FeatureSpec> features, List<String> elements) {
        this.features = List.copyOf(features);
        this.elements = List.copyOf(elements);
        for (int i = 0; i < features.size(); i++) {
            if (featureIndex.put(features.get(i).name(), i) != null) {
                throw new IllegalArgumentException("feature " + features.get(i).name() + " is declared twice");
            }
        }
        for (int i = 0; i < elements.size(); i++) {
            elementIndex.put(elements.get(i), i);
        }
    }

    /** Returns the features in order. */
    public List<FeatureSpec> features() {
        return features;
    }

    /** Returns the ids of the data elements whose age is known, in order. */
    public List<String> elements() {
        return elements;
    }

    /** Returns the position of a feature, -1 if there is none of that name. */
    public int position(String name) {
        Integer position = featureIndex.get(name);
        return position == null ? -1 : position;
    }

    /** Returns the position of a data element, -1 if its age is never known. */
    public int elementPosition(String element) {
        Integer position = elementIndex.get(element);
        return position == null ? -1 : position;
    }
}
