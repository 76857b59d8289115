package org.wayleave.journey.ui.service;

import java.time.Instant;
import org.wayleave.workspace.DocumentState;

/**
 * One version of a journey in a list.
 *
 * @param id of the journey
 * @param title as shown to people
 * @param version from 1
 * @param state where that version stands
 * @param author who saved it
 * @param time when it was saved
 */
public record JourneyEntry(String id, String title, int version, DocumentState state, String author, Instant time) {}
