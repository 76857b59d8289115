package org.wayleave.data.event;

/**
 * A kind of event of one vertical: what a person did, or what happened that concerns them. The kinds of a vertical come from its
 * recipe and have a contract of the same id in its catalogue.
 *
 * @param code the number that stands for the kind in columns, 0 to 63
 * @param wire id of the event's contract in the catalogue
 * @param title the event in words, as it stands in a person's timeline
 */
public record EventType(int code, String wire, String title) {}
