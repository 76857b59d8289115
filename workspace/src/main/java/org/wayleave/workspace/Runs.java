package org.wayleave.workspace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register of simulation runs. A run stays incomplete until it is completed, cancelled or failed. */
public interface Runs {

    /** Enters a new run, incomplete; its ledger belongs at {@link Workspace#runLedger(String)}. */
    Run start(RunRequest request);

    /**
     * Marks a run as complete.
     *
     * @param ledgerHash hash of the content of its decision ledger
     * @param summaryJson its figures, a JSON object of at most 16 MiB, kept as given
     * @throws WorkspaceException MISSING when there is no such run, CONFLICT when it has ended already, INVALID_DOCUMENT when
     *     the summary is not JSON
     */
    Run complete(String runId, String ledgerHash, String summaryJson);

    /** Marks a run as cancelled, with the figures so far when there are any. */
    Run cancel(String runId, @Nullable String summaryJson);

    /** Marks a run as failed. */
    Run fail(String runId, String why);

    /** All runs, newest first. */
    List<Run> list();

    /** One run. */
    Optional<Run> find(String id);
}
