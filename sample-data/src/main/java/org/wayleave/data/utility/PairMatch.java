package org.wayleave.data.utility;

/**
 * How alike two tables relate two columns.
 *
 * @param first name of a column
 * @param second name of the other
 * @param measure "correlation" where both are numbers, "contingency" otherwise
 * @param similarity 1 for the same relation, 0 for opposite ones
 */
public record PairMatch(String first, String second, String measure, double similarity) {}
