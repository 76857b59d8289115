package org.wayleave.engine.batch;

/**
 * A condition and the bit that is set where it holds.
 *
 * @param condition over the atoms of a residual
 * @param word which word of a row's fired rules, or {@link #VERDICT}
 * @param bit the bit or bits in that word
 */
record Output(int condition, int word, long bit) {
    /** The row's verdict instead of its rules. */
    static final int VERDICT = -1;
}
