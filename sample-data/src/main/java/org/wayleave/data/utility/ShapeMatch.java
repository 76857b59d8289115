package org.wayleave.data.utility;

/**
 * How alike a column of two tables is.
 *
 * @param column its name
 * @param measure "KS" for numbers, the Kolmogorov–Smirnov distance; "TV" for categories, the total variation distance
 * @param distance 0 for the same distribution, 1 for distributions that share nothing
 * @param missing share of missing values in the original
 * @param missingThere share of missing values in the other table
 */
public record ShapeMatch(String column, String measure, Estimate distance, double missing, double missingThere) {}
