package org.wayleave.data.utility;

/**
 * How well a column can be predicted on original rows by a model that learned from the other table, beside one that learned from
 * the original.
 *
 * @param target name of the column
 * @param event what is predicted, such as "city is Bern"
 * @param there area under the curve of the model that learned from the other table
 * @param original that of the model that learned from the original
 * @param rows rows of the original on which both were tested, none of which they learned from
 */
public record Prediction(String target, String event, Estimate there, Estimate original, int rows) {}
