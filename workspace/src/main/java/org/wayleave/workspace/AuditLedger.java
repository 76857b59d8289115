package org.wayleave.workspace;

import java.util.List;

/** The append-only ledger of what was changed, when and by whom, chained by hashes. */
public interface AuditLedger {

    /**
     * Rows in order.
     *
     * @param from number of the first row wanted, 1 or more
     * @param limit most rows wanted, 1 to 10,000
     */
    List<AuditEntry> entries(long from, int limit);

    /** Number of rows. */
    long size();

    /** Hash of the last row, 64 hexadecimal digits; 64 zeros when there is none. */
    String head();

    /** Walks all rows and compares them with each other, with the stored heads and with the stored documents and runs. */
    AuditVerification verify();

    /**
     * Adds a row for something that happened outside of documents, users and runs, for example an export.
     *
     * @param type what happened, for example {@code report.exported}: 1 to 80 lower-case letters, digits, dots and dashes
     * @param subject what it happened to, at most 400 characters
     * @param detailJson a JSON object of at most 1 MiB
     * @throws WorkspaceException INVALID_DOCUMENT, READ_ONLY or DISK_FULL
     */
    AuditEntry record(String type, String subject, String detailJson);
}
