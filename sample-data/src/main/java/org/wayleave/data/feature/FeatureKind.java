package org.wayleave.data.feature;

/** The type of a feature's value. */
public enum FeatureKind {
    NUMBER,
    TEXT,
    FLAG
}
