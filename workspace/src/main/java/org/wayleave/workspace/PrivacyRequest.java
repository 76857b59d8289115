package org.wayleave.workspace;

/**
 * What a release about people costs.
 *
 * @param dataset id of the data set, as of a document
 * @param purpose id of the purpose, as of a document
 * @param query what is asked, 1 to 200 characters that name no person
 * @param rho zero-concentrated loss, 0 or more
 * @param delta probability with which the loss is more than that, 0 or more and below 1
 */
public record PrivacyRequest(String dataset, String purpose, String query, double rho, double delta) {}
