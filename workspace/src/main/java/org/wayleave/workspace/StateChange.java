package org.wayleave.workspace;

import java.time.Instant;

/**
 * A version of a document came into a state.
 *
 * @param state the new state
 * @param author id of the user who set it
 * @param time when, to the millisecond
 */
public record StateChange(DocumentState state, String author, Instant time) {}
