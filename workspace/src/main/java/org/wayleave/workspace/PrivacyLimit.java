package org.wayleave.workspace;

import java.time.Instant;

/**
 * How much may be learned of the people in a data set for a purpose, over all releases together.
 *
 * @param dataset id of the data set
 * @param purpose id of the purpose
 * @param epsilon ε of differential privacy, above 0
 * @param delta δ of differential privacy, above 0, below 1
 * @param author id of the user who set it
 * @param changed when
 */
public record PrivacyLimit(
        String dataset, String purpose, double epsilon, double delta, String author, Instant changed) {}
