package org.wayleave.journey.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.wayleave.workspace.json.CanonicalJson;

/**
 * The content hash of a ledger: SHA-256 over its rows in the order of people and their decisions. Each row is its fields in the
 * order of {@link DecisionRow}, each as a netstring ({@code length:text,}, length in UTF-16 units) in UTF-8, so that no two ledgers
 * with different content have the same bytes. It does not depend on how the rows are stored.
 */
public final class LedgerHash {

    private static final String FORM = "wayleave-ledger-1";

    private final MessageDigest digest = CanonicalJson.sha256();
    private final StringBuilder row = new StringBuilder(256);

    public LedgerHash() {
        field(FORM);
        flush();
    }

    /** Adds the next row. */
    public void add(DecisionRow decision) {
        field(Integer.toString(decision.person()));
        field(Integer.toString(decision.sequence()));
        field(Long.toString(decision.time()));
        field(decision.step());
        field(Integer.toString(decision.visit()));
        field(decision.rung().wire());
        field(decision.action());
        field(decision.channel());
        field(decision.purpose());
        field(decision.topic());
        field(decision.outlet().wire());
        field(decision.arm());
        field(Double.toString(decision.propensity()));
        field(decision.rules());
        field(decision.denials());
        field(decision.model());
        flush();
    }

    private void field(String text) {
        row.append(text.length()).append(':').append(text).append(',');
    }

    private void flush() {
        digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
        row.setLength(0);
    }

    /** The hash of all rows so far, as {@code sha256:} and hexadecimal digits; nothing can be added after. */
    public String value() {
        return CanonicalJson.HASH_PREFIX + HexFormat.of().formatHex(digest.digest());
    }
}
