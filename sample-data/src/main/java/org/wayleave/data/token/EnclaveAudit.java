package org.wayleave.data.token;

import java.time.Instant;

/** Where the enclave writes who did what; a row never holds an identifier. */
@FunctionalInterface
public interface EnclaveAudit {
    /**
     * Keeps a row; when this returns, it is kept. If it fails, what it is about does not happen.
     *
     * @param what pii-stored, pii-revealed, pii-refused or pii-purged
     * @param subject reference of the record, or the enclave's name
     * @param who who asked, empty for the enclave itself
     * @param why reason given, or a count in words
     */
    void row(Instant time, String what, String subject, String who, String why);
}
