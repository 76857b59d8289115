package org.wayleave.workspace;

/**
 * What the audit ledger says about a change beside the row that the change itself leaves.
 *
 * @param type what happened, for example {@code identity.merged}: 1 to 80 lower-case letters, digits, dots and dashes
 * @param subject what it happened to, at most 400 characters
 * @param detailJson a JSON object of at most 1 MiB
 */
public record AuditNote(String type, String subject, String detailJson) {}
