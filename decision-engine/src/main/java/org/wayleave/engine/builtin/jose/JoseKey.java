package org.wayleave.engine.builtin.jose;

import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key to check or make signatures with.
 *
 * @param algorithm the only algorithm the key is for, empty where it does not say
 * @param id the key's {@code kid}, empty where it has none
 * @param publicKey null for a secret, and for a key that can confirm nothing
 * @param privateKey null unless the private part is known
 * @param secret null unless the key is a secret
 */
public record JoseKey(
        String algorithm,
        String id,
        @Nullable PublicKey publicKey,
        @Nullable PrivateKey privateKey,
        @Nullable SecretKey secret) {

    /** A key of a certificate: it has no name and does not say what it is for. */
    public static JoseKey of(PublicKey key) {
        return new JoseKey("", "", key, null, null);
    }

    /** The part that OPA hands to a verification that knows no private keys: the private one where there is one. */
    @Nullable
    Key exported() {
        if (privateKey != null) {
            return privateKey;
        }
        if (publicKey != null) {
            return publicKey;
        }
        return secret;
    }
}
