package org.wayleave.workspace;

import java.util.List;

/**
 * What walking the audit ledger found.
 *
 * @param entries rows walked
 * @param documents document versions whose content was compared with the ledger
 * @param head hash of the last row; 64 zeros when there is none
 * @param problems what does not agree, in ledger order; empty when everything does
 * @param limits what this check cannot find, one sentence each
 */
public record AuditVerification(
        long entries, int documents, String head, List<AuditProblem> problems, List<String> limits) {

    /** Copies the lists. */
    public AuditVerification {
        problems = List.copyOf(problems);
        limits = List.copyOf(limits);
    }

    /** Whether nothing was found. */
    public boolean intact() {
        return problems.isEmpty();
    }
}
