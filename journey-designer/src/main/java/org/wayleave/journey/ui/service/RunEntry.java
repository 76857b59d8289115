package org.wayleave.journey.ui.service;

import java.time.Instant;

/**
 * A run in a list.
 *
 * @param id of the run
 * @param journeyVersion version of the journey that was run; 0 for edits that were not saved
 * @param people people walked
 * @param days virtual days
 * @param seed seed of all chances
 * @param started when
 * @param complete whether everyone was walked
 */
public record RunEntry(
        String id, int journeyVersion, int people, int days, long seed, Instant started, boolean complete) {}
