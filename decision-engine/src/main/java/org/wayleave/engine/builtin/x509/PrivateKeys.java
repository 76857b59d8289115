package org.wayleave.engine.builtin.x509;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Private keys in PEM: PKCS #1 (RFC 8017), PKCS #8 (RFC 5958) and SEC 1 (RFC 5915). */
public final class PrivateKeys {
    private static final int KEY_BYTES = 32;

    private PrivateKeys() {}

    /**
     * A private key.
     *
     * @param printed the key as Go prints it
     * @param jwk the key as a JSON Web Key, null for a curve that these do not know
     * @param publicPrinted its public part as Go prints it in a certificate
     */
    public record PrivateKey(RegoValue printed, @Nullable RegoValue jwk, RegoValue publicPrinted) {}

    /**
     * The key of a block; empty when the block is of a type that holds none.
     *
     * @throws BuiltinException when it cannot be read
     */
    public static Optional<PrivateKey> read(PemBlock block) {
        return switch (block.type()) {
            case "RSA PRIVATE KEY" -> Optional.of(rsa(block.bytes()));
            case "PRIVATE KEY" -> Optional.of(pkcs8(block.bytes()));
            case "EC PRIVATE KEY" -> Optional.of(ec(block.bytes(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    /**
     * A key in any of the three forms.
     *
     * @throws BuiltinException when it is in none
     */
    public static PrivateKey readAny(byte[] der) {
        try {
            return rsa(der);
        } catch (BuiltinException e) {
            try {
                return pkcs8(der);
            } catch (BuiltinException f) {
                return ec(der, Optional.empty());
            }
        }
    }

    private static PrivateKey rsa(byte[] der) {
        Der key = new Der(der).in(Der.SEQUENCE, "RSA private key");
        BigInteger version = key.integer("RSA private key");
        BigInteger n = key.integer("RSA private key");
        BigInteger e = key.integer("RSA private key");
        BigInteger d = key.integer("RSA private key");
        BigInteger p = key.integer("RSA private key");
        BigInteger q = key.integer("RSA private key");
        if (version.signum() != 0) {
            throw failed("x509: unsupported private key version");
        }
        if (n.signum() <= 0 || e.signum() <= 0 || d.signum() <= 0 || p.signum() <= 0 || q.signum() <= 0) {
            throw failed("x509: private key contains zero or negative value");
        }
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        if (!p.multiply(q).equals(n)
                || p.equals(q)
                || p1.signum() == 0
                || q1.signum() == 0
                || !e.multiply(d).mod(p1).equals(BigInteger.ONE)
                || !e.multiply(d).mod(q1).equals(BigInteger.ONE)
                || !p.gcd(q).equals(BigInteger.ONE)) {
            throw failed("x509: failed to parse private key: the numbers of the RSA key do not go together");
        }
        BigInteger dp = d.mod(p1);
        BigInteger dq = d.mod(q1);
        BigInteger qi = q.modInverse(p);
        RegoObject precomputed = RegoObject.builder()
                .put("Dp", GoValues.number(dp))
                .put("Dq", GoValues.number(dq))
                .put("Qinv", GoValues.number(qi))
                .put("CRTValues", RegoArray.EMPTY)
                .build();
        RegoValue printed = RegoObject.builder()
                .put("N", GoValues.number(n))
                .put("E", GoValues.number(e))
                .put("D", GoValues.number(d))
                .put("Primes", RegoArray.of(GoValues.number(p), GoValues.number(q)))
                .put("Precomputed", precomputed)
                .build();
        RegoValue jwk = RegoObject.builder()
                .put("kty", RegoString.of("RSA"))
                .put("n", plain(n))
                .put("e", plain(e))
                .put("d", plain(d))
                .put("p", plain(p))
                .put("q", plain(q))
                .put("dp", plain(dp))
                .put("dq", plain(dq))
                .put("qi", plain(qi))
                .build();
        return new PrivateKey(printed, jwk, SubjectKey.rsa(n, e));
    }

    private static RegoString plain(BigInteger number) {
        return GoValues.base64Url(fixed(number, Math.max(1, (number.bitLength() + 7) / 8)));
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[length];
        int count = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - count, out, length - count, count);
        return out;
    }

    private static PrivateKey pkcs8(byte[] der) {
        Der key = new Der(der).in(Der.SEQUENCE, "PKCS#8 private key");
        key.integer("PKCS#8 private key");
        Der algorithm = key.in(Der.SEQUENCE, "PKCS#8 algorithm");
        String oid = algorithm.oid("PKCS#8 algorithm").toString();
        byte[] content = key.content(Der.OCTET_STRING, "PKCS#8 private key");
        return switch (oid) {
            case "1.2.840.113549.1.1.1" -> rsa(content);
            case "1.2.840.10045.2.1" ->
                ec(
                        content,
                        algorithm.has(Der.OBJECT_IDENTIFIER) ? Optional.of(algorithm.oid("curve")) : Optional.empty());
            case "1.3.101.112" -> octets("Ed25519", content);
            case "1.3.101.110" -> octets("X25519", content);
            default -> throw failed("x509: PKCS#8 wrapping contained private key with unknown algorithm: " + oid);
        };
    }

    private static PrivateKey ec(byte[] der, Optional<Der.Oid> outerCurve) {
        Der key = new Der(der).in(Der.SEQUENCE, "EC private key");
        if (!key.integer("EC private key").equals(BigInteger.ONE)) {
            throw failed("x509: unknown EC private key version");
        }
        BigInteger d = new BigInteger(1, key.content(Der.OCTET_STRING, "EC private key"));
        Optional<Der.Oid> oid = outerCurve.isPresent() || !key.has(Der.contextOf(0))
                ? outerCurve
                : Optional.of(key.in(Der.contextOf(0), "curve").oid("curve"));
        NamedCurve curve = oid.flatMap(NamedCurve::of).orElseThrow(() -> failed("x509: unknown elliptic curve"));
        if (d.compareTo(curve.parameters().getOrder()) >= 0) {
            throw failed("x509: invalid elliptic curve private key value");
        }
        ECPoint point = curve.publicPoint(d);
        if (point == null) {
            throw failed("x509: invalid elliptic curve private key value");
        }
        RegoValue open = SubjectKey.ec(point);
        RegoValue printed = ((RegoObject) open).with("D", GoValues.number(d));
        RegoValue jwk = RegoObject.builder()
                .put("kty", RegoString.of("EC"))
                .put("crv", RegoString.of(curve.joseName()))
                .put("x", GoValues.base64Url(fixed(point.getAffineX(), curve.bytes())))
                .put("y", GoValues.base64Url(fixed(point.getAffineY(), curve.bytes())))
                .put("d", GoValues.base64Url(fixed(d, curve.bytes())))
                .build();
        return new PrivateKey(printed, curve == NamedCurve.P224 ? null : jwk, open);
    }

    /** A key of RFC 8410, which is 32 bytes in an octet string. */
    private static PrivateKey octets(String curve, byte[] content) {
        byte[] secret = new Der(content).content(Der.OCTET_STRING, curve + " private key");
        if (secret.length != KEY_BYTES) {
            throw failed("x509: invalid " + curve + " private key length: " + secret.length);
        }
        byte[] open = publicPart(curve, secret);
        RegoValue jwk = RegoObject.builder()
                .put("kty", RegoString.of("OKP"))
                .put("crv", RegoString.of(curve))
                .put("x", GoValues.base64Url(open))
                .put("d", GoValues.base64Url(secret))
                .build();
        byte[] both = Arrays.copyOf(secret, 2 * KEY_BYTES);
        System.arraycopy(open, 0, both, KEY_BYTES, KEY_BYTES);
        // Go's key of X25519 has no field to print.
        RegoValue printed = curve.equals("Ed25519") ? GoValues.bytes(both) : RegoObject.EMPTY;
        return new PrivateKey(printed, jwk, GoValues.bytes(open));
    }

    /** The JDK derives the public part only when it makes a pair, so it is told which random bytes to use. */
    private static byte[] publicPart(String curve, byte[] secret) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(curve);
            generator.initialize(KEY_BYTES * 8 - 1, new GivenBytes(secret));
            byte[] info = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(info, info.length - KEY_BYTES, info.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + curve + ".", e);
        }
    }

    /** Hands out the bytes of a key. */
    private static final class GivenBytes extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final String hex;

        GivenBytes(byte[] bytes) {
            this.hex = HexFormat.of().formatHex(bytes);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, 0, bytes.length);
        }
    }
}
