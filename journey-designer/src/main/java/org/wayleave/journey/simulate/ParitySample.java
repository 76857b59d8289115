package org.wayleave.journey.simulate;

/**
 * A decision with its whole input, for another engine to decide again.
 *
 * @param person position of the person
 * @param step id of the step
 * @param rung the rung that was asked for
 * @param inputJson the decision document
 * @param resultJson what the engine answered
 */
public record ParitySample(int person, String step, String rung, String inputJson, String resultJson) {}
