package org.wayleave.engine.builtin.schema;

import java.util.ArrayList;
import java.util.List;

/** What a validation found, and how far it came: the more was right, the higher the score. */
final class Outcome {
    static final String ROOT = "(Root)";

    private final List<SchemaError> errors = new ArrayList<>();
    private int score;

    /** The field of a path, without the root where there is more. */
    static String field(String path) {
        return path.startsWith(ROOT + ".") ? path.substring(ROOT.length() + 1) : path;
    }

    void add(String type, String path, String description) {
        errors.add(new SchemaError(type, field(path), description));
        score -= 2;
    }

    void better() {
        score++;
    }

    void merge(Outcome other) {
        errors.addAll(other.errors);
        score += other.score;
    }

    boolean isBetterThan(Outcome other) {
        return score > other.score;
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    List<SchemaError> errors() {
        return errors;
    }
}
