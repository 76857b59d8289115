package org.wayleave.data.utility;

import java.util.List;
import java.util.Locale;

/**
 * How alike two tables are.
 *
 * @param shapes each column they share
 * @param pairs each pair of those
 * @param pairSimilarity mean over the pairs, with its interval
 * @param predictions one for each column that can be predicted
 * @param unshared names of columns that only one of them has, that are of another kind there, or that are beyond the most columns that
 *     are compared
 * @param rows rows of the original that were looked at
 * @param rowsThere rows of the other table that were looked at
 */
public record UtilityReport(
        List<ShapeMatch> shapes,
        List<PairMatch> pairs,
        Estimate pairSimilarity,
        List<Prediction> predictions,
        List<String> unshared,
        int rows,
        int rowsThere) {
    /** Copies the lists. */
    public UtilityReport {
        shapes = List.copyOf(shapes);
        pairs = List.copyOf(pairs);
        predictions = List.copyOf(predictions);
        unshared = List.copyOf(unshared);
    }

    /** Returns the mean likeness of the columns: 1 less the distance. */
    public double shapeSimilarity() {
        return shapes.stream()
                .mapToDouble(shape -> 1 - shape.distance().value())
                .average()
                .orElse(0);
    }

    /** Returns in one sentence what the columns say. */
    public String shapesInWords() {
        ShapeMatch worst = shapes.stream()
                .reduce((a, b) -> b.distance().value() > a.distance().value() ? b : a)
                .orElse(null);
        return worst == null
                ? "The tables share no column."
                : String.format(
                        Locale.ROOT,
                        "On average the distributions of the columns overlap by %.0f %%; the least alike is %s, at"
                                + " %.0f %%.",
                        100 * shapeSimilarity(),
                        worst.column(),
                        100 * (1 - worst.distance().value()));
    }

    /** Returns in one sentence what the pairs say. */
    public String pairsInWords() {
        return pairs.isEmpty()
                ? "There is no pair of columns to compare."
                : String.format(
                        Locale.ROOT,
                        "On average pairs of columns go together as in the original by %.0f %% (between %.0f and %.0f"
                                + " %%).",
                        100 * pairSimilarity.value(),
                        100 * pairSimilarity.low(),
                        100 * pairSimilarity.high());
    }

    /** Returns in one sentence what the predictions say. */
    public String predictionsInWords() {
        if (predictions.isEmpty()) {
            return "No column could be predicted: each has one value only, or too few rows.";
        }
        double lost = predictions.stream()
                .mapToDouble(prediction ->
                        prediction.original().value() - prediction.there().value())
                .average()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "A model that learned from this table ranks original rows by %.1f points of area under the curve %s"
                        + " than one that learned from the original, on average over %d %s.",
                100 * Math.abs(lost),
                lost >= 0 ? "worse" : "better",
                predictions.size(),
                predictions.size() == 1 ? "column" : "columns");
    }
}
