package org.wayleave.data.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What proves that a consent was given or taken back.
 *
 * @param reference where the proof is kept, e.g. the URN of a form or a log line; empty if nothing is on record
 * @param sha256 hash of the proof, 64 hexadecimal digits; empty if nothing is on record
 */
public record Evidence(String reference, String sha256) {
    /** Nothing on record. */
    public static final Evidence NONE = new Evidence("", "");

    /**
     * Checks the hash.
     *
     * @throws IllegalArgumentException if it is neither empty nor 64 hexadecimal digits in lower case
     */
    public Evidence {
        if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the hash of evidence must be 64 hexadecimal digits in lower case");
        }
    }

    /** Returns the evidence that a text is the proof. */
    public static Evidence of(String reference, String proof) {
        return new Evidence(reference, hash(proof));
    }

    /** Returns whether a text is the proof that was recorded. */
    public boolean provenBy(String proof) {
        return sha256.equals(hash(proof));
    }

    private static String hash(String proof) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
