package org.wayleave.journey.ledger;

/**
 * A person at a step where a rule denied a rung.
 *
 * @param person position in the population
 * @param id the person's id
 * @param sequence which decision about the person
 * @param time epoch milliseconds
 * @param rung the rung taken instead
 * @param rules all rules that denied a rung, joined by commas
 * @param denials the same by rung
 */
public record BlockedPerson(
        int person, String id, int sequence, long time, String rung, String rules, String denials) {}
