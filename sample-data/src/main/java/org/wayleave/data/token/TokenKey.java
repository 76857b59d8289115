package org.wayleave.data.token;

import java.util.Arrays;

/** The secret of one epoch. It can make codes and be destroyed; it does not tell its bytes, not even in its text form. */
public final class TokenKey {
    /** The least number of bytes: a key shorter than the hash is weaker than it. */
    public static final int LEAST_BYTES = 32;

    private final int epoch;
    private final byte[] secret;
    private volatile boolean destroyed;

    private TokenKey(int epoch, byte[] secret) {
        this.epoch = epoch;
        this.secret = secret;
    }

    /**
     * Takes a copy of a secret.
     *
     * @throws IllegalArgumentException if it has fewer than {@link #LEAST_BYTES} bytes
     */
    public static TokenKey of(int epoch, byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the key of epoch " + epoch + " needs " + LEAST_BYTES + " bytes, has " + secret.length);
        }
        return new TokenKey(epoch, secret.clone());
    }

    /** Returns the number of the epoch. */
    public int epoch() {
        return epoch;
    }

    /**
     * Returns the code of a message, 32 bytes.
     *
     * @throws IllegalStateException once the key is destroyed
     */
    byte[] code(byte[] message) {
        if (destroyed) {
            throw new IllegalStateException("the key of epoch " + epoch + " is destroyed");
        }
        return HmacSha256.code(secret, message);
    }

    /** Overwrites the secret; no code can be made any more. */
    public void destroy() {
        destroyed = true;
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "key of epoch " + epoch + (destroyed ? ", destroyed" : "");
    }
}
