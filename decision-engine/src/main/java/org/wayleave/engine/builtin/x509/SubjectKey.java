package org.wayleave.engine.builtin.x509;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/**
 * The public key of a certificate or request (RFC 5280, section 4.1.2.7).
 *
 * @param algorithm the number that Go prints for the kind of key
 * @param printed the key as Go prints it, null for a kind it does not know
 * @param key the key to verify with, null where the JDK has none of its kind
 */
record SubjectKey(
        int algorithm, RegoValue printed, @Nullable PublicKey key) {
    static final int UNKNOWN = 0;
    static final int RSA = 1;
    static final int DSA = 2;
    static final int ECDSA = 3;
    static final int ED25519 = 4;

    private static final byte[] NULL_PARAMETERS = {5, 0};
    private static final int ED25519_BYTES = 32;

    /** Reads a SubjectPublicKeyInfo. */
    static SubjectKey read(byte[] info) {
        Der spki = new Der(info).in(Der.SEQUENCE, "spki");
        Der identifier = spki.in(Der.SEQUENCE, "public key algorithm identifier");
        String oid = identifier.oid("OID").toString();
        byte[] parameters = identifier.isEmpty()
                ? new byte[0]
                : identifier.next("parameters").whole();
        byte[] bits = spki.bits("subjectPublicKey");
        return switch (oid) {
            case "1.2.840.113549.1.1.1" -> new SubjectKey(RSA, rsa(parameters, bits), jdk("RSA", info));
            case "1.2.840.10045.2.1" -> ec(parameters, bits, info);
            case "1.3.101.112" -> new SubjectKey(ED25519, ed25519(parameters, bits), jdk("Ed25519", info));
            case "1.2.840.10040.4.1" -> new SubjectKey(DSA, dsa(parameters, bits), null);
            default -> new SubjectKey(UNKNOWN, RegoNull.NULL, null);
        };
    }

    private static @Nullable PublicKey jdk(String algorithm, byte[] info) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info));
        } catch (GeneralSecurityException e) {
            return null; // it can be printed, but confirms nothing
        }
    }

    private static RegoValue rsa(byte[] parameters, byte[] bits) {
        if (!Arrays.equals(parameters, NULL_PARAMETERS)) {
            throw failed("x509: RSA key missing NULL parameters");
        }
        Der der = new Der(bits).in(Der.SEQUENCE, "RSA public key");
        BigInteger n = der.integer("RSA modulus");
        BigInteger e = der.integer("RSA public exponent");
        if (n.signum() <= 0 || e.signum() <= 0 || e.bitLength() > 63) {
            throw failed("x509: RSA modulus or public exponent is not a positive number");
        }
        return rsa(n, e);
    }

    static RegoValue rsa(BigInteger n, BigInteger e) {
        return RegoObject.builder()
                .put("N", GoValues.number(n))
                .put("E", GoValues.number(e))
                .build();
    }

    private static SubjectKey ec(byte[] parameters, byte[] bits, byte[] info) {
        NamedCurve curve = NamedCurve.of(new Der(parameters).oid("ECDSA parameters"))
                .orElseThrow(() -> failed("x509: unsupported elliptic curve"));
        int size = curve.bytes();
        if (bits.length != 1 + 2 * size || bits[0] != 4) {
            throw failed("x509: failed to unmarshal elliptic curve point");
        }
        ECPoint point = new ECPoint(new BigInteger(1, bits, 1, size), new BigInteger(1, bits, 1 + size, size));
        if (!curve.has(point)) {
            throw failed("x509: failed to unmarshal elliptic curve point");
        }
        return new SubjectKey(ECDSA, ec(point), curve == NamedCurve.P224 ? new P224PublicKey(point) : jdk("EC", info));
    }

    static RegoValue ec(ECPoint point) {
        return RegoObject.builder()
                .put("Curve", RegoObject.EMPTY)
                .put("X", GoValues.number(point.getAffineX()))
                .put("Y", GoValues.number(point.getAffineY()))
                .build();
    }

    private static RegoValue ed25519(byte[] parameters, byte[] bits) {
        if (parameters.length != 0) {
            throw failed("x509: Ed25519 key encoded with illegal parameters");
        }
        if (bits.length != ED25519_BYTES) {
            throw failed("x509: wrong Ed25519 public key size");
        }
        return GoValues.bytes(bits);
    }

    private static RegoValue dsa(byte[] parameters, byte[] bits) {
        BigInteger y = new Der(bits).integer("DSA public key");
        Der der = new Der(parameters).in(Der.SEQUENCE, "DSA parameters");
        BigInteger p = der.integer("DSA parameters");
        BigInteger q = der.integer("DSA parameters");
        BigInteger g = der.integer("DSA parameters");
        if (y.signum() <= 0 || p.signum() <= 0 || q.signum() <= 0 || g.signum() <= 0) {
            throw failed("x509: zero or negative DSA parameter");
        }
        return RegoObject.builder()
                .put("P", GoValues.number(p))
                .put("Q", GoValues.number(q))
                .put("G", GoValues.number(g))
                .put("Y", GoValues.number(y))
                .build();
    }
}
