package org.wayleave.data.quality.profile;

/**
 * A value that at least {@link TableProfile#LEAST} rows have.
 *
 * @param text the value; a day as ISO 8601 date
 * @param rows how many rows have it
 */
public record FrequentValue(String text, int rows) {}
