package org.wayleave.policy.parity;

/**
 * A decision as it was made.
 *
 * @param inputJson the decision document
 * @param resultJson what the policy answered; sets as arrays in Rego's order
 */
public record DecisionSample(String inputJson, String resultJson) {}
