package org.wayleave.engine.batch;

/** Compiled conditions of a batch. */
@FunctionalInterface
public interface BatchCode {
    /**
     * Adds to what is known of rows.
     *
     * @param columns the arrays of the columns
     * @param from the first row
     * @param to the row after the last one
     * @param fired bits of the rules that object, a number of words a row
     * @param verdicts bit 0 allowed, bit 1 left to the compiled policy, above them the number of the consent
     */
    void run(Object[] columns, int from, int to, long[] fired, int[] verdicts);
}
