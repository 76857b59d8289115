package org.wayleave.journey.decide;

/**
 * A rule that objects to an action.
 *
 * @param rule id of the rule
 * @param reason why it objects, in a sentence
 */
public record Denial(String rule, String reason) {}
