package org.wayleave.journey.ui.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Trail;
import org.wayleave.journey.graph.Journey;
import org.wayleave.ui.task.Progress;

/** The simulation runs of journeys. Every method may block and belongs off the FX thread. */
public interface JourneyRuns {

    /** Returns the runs of a journey that have figures, newest first. */
    List<RunEntry> list(String journey);

    /** Returns the figures of a run; empty when it has none. */
    Optional<RunFigures> figures(String run);

    /**
     * Runs a saved version of a journey and keeps the run with its ledger. When cancelled, what was done until then is kept.
     *
     * @throws Exception when it cannot be run; the message says what to do
     */
    RunFigures run(Journey journey, int version, RunOptions options, Progress progress) throws Exception;

    /**
     * Returns people at a step to whom policy denied a rung, in the order of people.
     *
     * @param rule id of the rule; null for any
     */
    List<BlockedEntry> blocked(String run, String step, @Nullable String rule, int offset, int limit);

    /**
     * Replays one person of a run and says what happened at a step.
     *
     * @param time when it was decided, which tells visits to the step apart
     */
    PersonStory explain(String run, int person, String step, Instant time) throws Exception;

    /** Replays one person of a run and returns their way through the journey; empty when they never entered. */
    Trail way(String run, int person) throws Exception;
}
