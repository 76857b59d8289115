package org.wayleave.workspace;

/**
 * What a run simulates; together with the program version it determines every byte of the run's ledger.
 *
 * @param journeyId id of the journey
 * @param journeyVersion version of the journey
 * @param journeyHash content hash of that version
 * @param policyHash content hash of the policy that decides
 * @param recipe the recipe of the synthetic people with its version, for example {@code retail@1}
 * @param people number of people, 1 or more
 * @param days days simulated, 1 or more
 * @param seed seed of all random numbers
 */
public record RunRequest(
        String journeyId,
        int journeyVersion,
        String journeyHash,
        String policyHash,
        String recipe,
        int people,
        int days,
        long seed) {

    /** Checks the numbers. */
    public RunRequest {
        if (people < 1) {
            throw new WorkspaceException(
                    WorkspaceException.Reason.INVALID_DOCUMENT, "A run needs at least 1 person, not " + people + ".");
        }
        if (days < 1) {
            throw new WorkspaceException(
                    WorkspaceException.Reason.INVALID_DOCUMENT, "A run needs at least 1 day, not " + days + ".");
        }
    }
}
