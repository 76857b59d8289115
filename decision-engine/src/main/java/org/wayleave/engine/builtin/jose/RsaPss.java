package org.wayleave.engine.builtin.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * Checks of RSA-PSS signatures (RFC 8017, sections 8.1.2 and 9.1.2, with MGF1 over the same digest). The JDK's own
 * check wants to be told how long the salt is; OPA finds that out from the signature.
 */
final class RsaPss {
    private static final int LEAST_BITS = 1_024;

    private final String digest;
    private final boolean saltOfDigestLength;

    private RsaPss(String digest, boolean saltOfDigestLength) {
        this.digest = digest;
        this.saltOfDigestLength = saltOfDigestLength;
    }

    static RsaPss anySalt(String digest) {
        return new RsaPss(digest, false);
    }

    static RsaPss saltOfDigestLength(String digest) {
        return new RsaPss(digest, true);
    }

    boolean confirms(RSAPublicKey key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        BigInteger modulus = key.getModulus();
        int bits = modulus.bitLength();
        BigInteger s = new BigInteger(1, signature);
        if (bits < LEAST_BITS || signature.length != (bits + 7) / 8 || s.compareTo(modulus) >= 0) {
            return false;
        }
        byte[] encoded = fixed(s.modPow(key.getPublicExponent(), modulus), (bits - 1 + 7) / 8);
        return encoded.length > 0
                && isEncodingOf(MessageDigest.getInstance(digest).digest(signed), encoded, bits - 1);
    }

    /** EMSA-PSS-VERIFY of an encoding of so many bits. */
    private boolean isEncodingOf(byte[] hash, byte[] encoded, int bits) throws GeneralSecurityException {
        int length = encoded.length;
        int maskedLength = length - hash.length - 1;
        if (maskedLength < 1 || encoded[length - 1] != (byte) 0xBC) {
            return false;
        }
        byte[] block = Arrays.copyOf(encoded, maskedLength);
        byte[] h = Arrays.copyOfRange(encoded, maskedLength, length - 1);
        int unused = 8 * length - bits;
        if ((block[0] & 0xFF) >>> (8 - unused) != 0) {
            return false;
        }
        mask(block, h);
        block[0] &= (byte) (0xFF >>> unused);
        int zeros = 0;
        while (zeros < maskedLength && block[zeros] == 0) {
            zeros++;
        }
        if (zeros == maskedLength || block[zeros] != 1) {
            return false;
        }
        byte[] salt = Arrays.copyOfRange(block, zeros + 1, maskedLength);
        if (saltOfDigestLength && salt.length != hash.length) {
            return false;
        }
        MessageDigest again = MessageDigest.getInstance(digest);
        again.update(new byte[8]);
        again.update(hash);
        return MessageDigest.isEqual(again.digest(salt), h);
    }

    /** MGF1: adds the mask that the seed gives. */
    private void mask(byte[] block, byte[] seed) throws GeneralSecurityException {
        MessageDigest generator = MessageDigest.getInstance(digest);
        for (int at = 0, counter = 0; at < block.length; counter++) {
            generator.update(seed);
            byte[] mask = generator.digest(
                    new byte[] {(byte) (counter >>> 24), (byte) (counter >>> 16), (byte) (counter >>> 8), (byte) counter
                    });
            for (int k = 0; k < mask.length && at < block.length; k++, at++) {
                block[at] ^= mask[k];
            }
        }
    }

    /** A number in so many bytes; none where it does not fit. */
    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int skip = bytes[0] == 0 ? 1 : 0;
        if (bytes.length - skip > length) {
            return new byte[0];
        }
        byte[] out = new byte[length];
        System.arraycopy(bytes, skip, out, length - (bytes.length - skip), bytes.length - skip);
        return out;
    }
}
