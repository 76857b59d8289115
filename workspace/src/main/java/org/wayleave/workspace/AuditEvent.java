package org.wayleave.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.wayleave.workspace.json.CanonicalJson;
import org.wayleave.workspace.json.JsonMappers;
import org.wayleave.workspace.json.JsonProblem;

/**
 * What one row of the audit ledger says, and how it is hashed.
 *
 * @param number position in the ledger
 * @param time when the change was made
 * @param author id of the user
 * @param type what happened
 * @param subject what it happened to
 * @param detailJson the facts, a JSON object
 */
record AuditEvent(long number, Instant time, String author, String type, String subject, String detailJson) {

    /** What stands before the first row. */
    static final String START = "0".repeat(64);

    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    /**
     * SHA-256 over the 32 bytes of the previous hash followed by the RFC 8785 form of this event.
     *
     * @throws JsonProblem when the detail is not JSON
     * @throws IllegalArgumentException when the previous hash is not hexadecimal
     */
    String hash(String previousHash) {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("number", number);
        event.put("time", time.toString());
        event.put("author", author);
        event.put("type", type);
        event.put("subject", subject);
        try {
            event.set("detail", MAPPER.readTree(detailJson));
        } catch (JsonProcessingException e) {
            throw new JsonProblem("The detail of a ledger row is not JSON.", e);
        }
        MessageDigest digest = CanonicalJson.sha256();
        digest.update(HexFormat.of().parseHex(previousHash));
        digest.update(CanonicalJson.bytes(event.toString()));
        return HexFormat.of().formatHex(digest.digest());
    }

    static AuditEvent of(AuditEntry entry) {
        return new AuditEvent(
                entry.number(), entry.time(), entry.author(), entry.type(), entry.subject(), entry.detailJson());
    }

    AuditEvent at(long otherNumber) {
        return new AuditEvent(otherNumber, time, author, type, subject, detailJson);
    }
}
