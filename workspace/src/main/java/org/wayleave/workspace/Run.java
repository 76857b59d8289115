package org.wayleave.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One simulation run as the workspace knows it.
 *
 * @param id id within the workspace, for example {@code run-0001}
 * @param request what it simulates
 * @param state how far it has come
 * @param author id of the user who started it
 * @param started when it was started, to the millisecond
 * @param finished when it ended, null while it is incomplete
 * @param ledgerHash hash of the content of its decision ledger, null unless it is complete
 * @param summaryJson its figures, null when it has none
 * @param why why it failed or was cancelled, null otherwise
 */
public record Run(
        String id,
        RunRequest request,
        RunState state,
        String author,
        Instant started,
        @Nullable Instant finished,
        @Nullable String ledgerHash,
        @Nullable String summaryJson,
        @Nullable String why) {}
