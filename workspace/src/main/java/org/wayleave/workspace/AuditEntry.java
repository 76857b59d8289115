package org.wayleave.workspace;

import java.time.Instant;

/**
 * One row of the audit ledger.
 *
 * @param number position, 1, 2, 3 … without gaps
 * @param time when the change was made, to the millisecond
 * @param author id of the user who made it
 * @param type what happened, for example {@code document.saved}
 * @param subject what it happened to, for example {@code journey/win-back@7}
 * @param detailJson the facts, a JSON object in canonical form (RFC 8785)
 * @param previousHash hash of the row before; 64 zeros for the first row
 * @param hash SHA-256, 64 hexadecimal digits, over the 32 bytes of the previous hash followed by the RFC 8785 form of the event
 */
public record AuditEntry(
        long number,
        Instant time,
        String author,
        String type,
        String subject,
        String detailJson,
        String previousHash,
        String hash) {}
