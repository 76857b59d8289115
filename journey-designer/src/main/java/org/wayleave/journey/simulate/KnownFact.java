package org.wayleave.journey.simulate;

/**
 * A fact about a person that a step looked at.
 *
 * @param name the fact
 * @param value what the person has; empty when nothing is known
 * @param condition what it was compared with, in words
 * @param holds whether it held
 */
public record KnownFact(String name, String value, String condition, boolean holds) {}
