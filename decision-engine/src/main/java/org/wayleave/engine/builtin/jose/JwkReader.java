package org.wayleave.engine.builtin.jose;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.x509.NamedCurve;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Keys from a JSON Web Key or a set of them (RFC 7517, 7518, 8037). One key that cannot be used spoils the set, as in
 * OPA; curves are those of the JDK: P-256, P-384, P-521 and Ed25519.
 */
public final class JwkReader {
    /** More keys than any published set has. */
    private static final int MAX_KEYS = 1_000;

    /** The JDK has no shorter keys of RSA; no signature by one is confirmed. */
    private static final int LEAST_RSA_BITS = 512;

    private static final int ED25519_BYTES = 32;
    private static final byte[] ED25519_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] X25519_PUBLIC = HexFormat.of().parseHex("302a300506032b656e032100");
    private static final byte[] ED25519_PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

    /** Algorithms that a key may be for: those of signatures, key wrapping and content encryption (RFC 7518). */
    private static final Set<String> KNOWN_ALGORITHMS = Set.of(
            "none",
            "HS256",
            "HS384",
            "HS512",
            "RS256",
            "RS384",
            "RS512",
            "PS256",
            "PS384",
            "PS512",
            "ES256",
            "ES384",
            "ES512",
            "ES256K",
            "EdDSA",
            "Ed25519",
            "RSA1_5",
            "RSA-OAEP",
            "RSA-OAEP-256",
            "RSA-OAEP-384",
            "RSA-OAEP-512",
            "A128KW",
            "A192KW",
            "A256KW",
            "dir",
            "ECDH-ES",
            "ECDH-ES+A128KW",
            "ECDH-ES+A192KW",
            "ECDH-ES+A256KW",
            "A128GCMKW",
            "A192GCMKW",
            "A256GCMKW",
            "PBES2-HS256+A128KW",
            "PBES2-HS384+A192KW",
            "PBES2-HS512+A256KW",
            "A128CBC-HS256",
            "A192CBC-HS384",
            "A256CBC-HS512",
            "A128GCM",
            "A192GCM",
            "A256GCM");

    private JwkReader() {}

    /**
     * The keys of a JWK or a JWK set.
     *
     * @throws BuiltinException when the text is neither, or a key is incomplete or not on its curve
     */
    public static List<JoseKey> read(String json) {
        RegoValue document;
        try {
            document = RegoJson.parse(json);
        } catch (RegoJsonException e) {
            throw failed("failed to parse a JWK key (set): " + e.getMessage());
        }
        if (!(document instanceof RegoObject object)) {
            throw failed("failed to parse a JWK key (set): it is no object");
        }
        RegoValue keys = object.get("keys");
        if (keys == null) {
            return List.of(key(object));
        }
        if (!(keys instanceof RegoArray array) || array.size() > MAX_KEYS) {
            throw failed("failed to parse a JWK key (set): \"keys\" is no array of at most " + MAX_KEYS + " keys");
        }
        List<JoseKey> result = new ArrayList<>();
        for (RegoValue key : array) {
            if (!(key instanceof RegoObject each)) {
                throw failed("failed to parse a JWK key (set): a key is no object");
            }
            result.add(key(each));
        }
        return result;
    }

    private static JoseKey key(RegoObject jwk) {
        String algorithm = optional(jwk, "alg");
        if (!algorithm.isEmpty() && !KNOWN_ALGORITHMS.contains(algorithm)) {
            throw bad("invalid key value: \"" + algorithm + "\"");
        }
        String id = optional(jwk, "kid");
        String type = optional(jwk, "kty");
        try {
            return switch (type) {
                case "oct" -> {
                    byte[] secret = bytes(jwk, "k");
                    if (secret.length == 0) {
                        throw bad("missing \"k\" field");
                    }
                    yield new JoseKey(algorithm, id, null, null, new SecretKeySpec(secret, "oct"));
                }
                case "RSA" -> {
                    BigInteger n = number(jwk, "n");
                    BigInteger e = number(jwk, "e");
                    if (n.signum() == 0 || !e.testBit(0)) {
                        throw bad("the modulus is zero or the exponent no positive odd number");
                    }
                    if (e.equals(BigInteger.ONE) || n.bitLength() < LEAST_RSA_BITS) {
                        yield new JoseKey(algorithm, id, null, null, null); // a key to read, but not to use
                    }
                    KeyFactory factory = KeyFactory.getInstance("RSA");
                    PublicKey open = factory.generatePublic(new RSAPublicKeySpec(n, e));
                    yield new JoseKey(algorithm, id, open, rsaPrivate(jwk, factory, n, e), null);
                }
                case "EC" -> {
                    ECPublicKey open = ecPublic(jwk);
                    yield new JoseKey(algorithm, id, open, ecPrivate(jwk, open), null);
                }
                case "OKP" -> octetKeyPair(jwk, algorithm, id);
                default -> throw bad("invalid key type from JSON (" + type + ")");
            };
        } catch (GeneralSecurityException e) {
            throw bad(e.getMessage() == null ? "it is no " + type + " key" : e.getMessage());
        }
    }

    private static @Nullable PrivateKey rsaPrivate(RegoObject jwk, KeyFactory factory, BigInteger n, BigInteger e)
            throws GeneralSecurityException {
        if (jwk.get("d") == null) {
            return null;
        }
        BigInteger d = number(jwk, "d");
        BigInteger p = number(jwk, "p");
        BigInteger q = number(jwk, "q");
        if (p.signum() == 0 || q.signum() == 0 || !p.multiply(q).equals(n)) {
            throw bad("the modulus is not the product of the primes");
        }
        BigInteger dp = jwk.get("dp") == null ? d.mod(p.subtract(BigInteger.ONE)) : number(jwk, "dp");
        BigInteger dq = jwk.get("dq") == null ? d.mod(q.subtract(BigInteger.ONE)) : number(jwk, "dq");
        BigInteger qi = jwk.get("qi") == null ? inverse(q, p) : number(jwk, "qi");
        return factory.generatePrivate(new RSAPrivateCrtKeySpec(n, e, d, p, q, dp, dq, qi));
    }

    private static BigInteger inverse(BigInteger q, BigInteger p) {
        try {
            return q.modInverse(p);
        } catch (ArithmeticException e) {
            throw bad("the primes are not relatively prime");
        }
    }

    private static ECPublicKey ecPublic(RegoObject jwk) throws GeneralSecurityException {
        NamedCurve curve = NamedCurve.named(optional(jwk, "crv"))
                .orElseThrow(() -> bad("invalid curve algorithm \"" + optional(jwk, "crv") + "\""));
        ECPoint point = new ECPoint(coordinate(jwk, "x", curve.bytes()), coordinate(jwk, "y", curve.bytes()));
        if (!curve.has(point)) {
            throw bad("invalid ECDSA public key: it is not on the curve");
        }
        return (ECPublicKey)
                KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve.parameters()));
    }

    private static @Nullable PrivateKey ecPrivate(RegoObject jwk, ECPublicKey open) throws GeneralSecurityException {
        if (jwk.get("d") == null) {
            return null;
        }
        int bytes = (open.getParams().getCurve().getField().getFieldSize() + 7) / 8;
        BigInteger d = coordinate(jwk, "d", bytes);
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(d, open.getParams()));
    }

    private static BigInteger coordinate(RegoObject jwk, String name, int length) {
        byte[] bytes = bytes(jwk, name);
        if (bytes.length != length) {
            throw bad("invalid \"" + name + "\" length (" + bytes.length + ") for curve \"" + optional(jwk, "crv")
                    + "\"");
        }
        return new BigInteger(1, bytes);
    }

    private static JoseKey octetKeyPair(RegoObject jwk, String algorithm, String id) throws GeneralSecurityException {
        if (optional(jwk, "crv").equals("X25519")) {
            // Only agrees on secrets: it may stand in a set, and confirms nothing.
            byte[] x = bytes(jwk, "x");
            KeyFactory factory = KeyFactory.getInstance("X25519");
            PublicKey open = factory.generatePublic(new X509EncodedKeySpec(joined(X25519_PUBLIC, x)));
            return new JoseKey(algorithm, id, open, null, null);
        }
        if (!optional(jwk, "crv").equals("Ed25519")) {
            throw bad("invalid curve algorithm \"" + optional(jwk, "crv") + "\"");
        }
        byte[] x = bytes(jwk, "x");
        if (x.length != ED25519_BYTES) {
            throw bad("ed25519: wrong public key size");
        }
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(joined(ED25519_PUBLIC, x)));
        PrivateKey priv = null;
        if (jwk.get("d") != null) {
            byte[] d = bytes(jwk, "d");
            if (d.length != ED25519_BYTES) {
                throw bad("ed25519: wrong private key size");
            }
            priv = factory.generatePrivate(new PKCS8EncodedKeySpec(joined(ED25519_PRIVATE, d)));
            JoseKey pair = new JoseKey(algorithm, id, open, priv, null);
            byte[] probe = new byte[] {1};
            if (!JwsAlgorithm.ED_DSA.confirmsStrictly(pair, probe, JwsAlgorithm.ED_DSA.sign(pair, probe))) {
                throw bad("ed25519: invalid x value given d value");
            }
        }
        return new JoseKey(algorithm, id, open, priv, null);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] out = new byte[a.length + b.length];
        System.arraycopy(a, 0, out, 0, a.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    private static BigInteger number(RegoObject jwk, String name) {
        return new BigInteger(1, bytes(jwk, name));
    }

    /** Base64 in any of its four alphabets and paddings, which is what OPA takes in keys. */
    private static byte[] bytes(RegoObject jwk, String name) {
        if (!(jwk.get(name) instanceof RegoString text)) {
            throw bad("required field " + name + " is missing");
        }
        try {
            return Base64.getUrlDecoder().decode(text.value().replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            throw bad("the field " + name + " is no base64");
        }
    }

    private static String optional(RegoObject jwk, String name) {
        RegoValue value = jwk.get(name);
        if (value == null) {
            return "";
        }
        if (!(value instanceof RegoString text)) {
            throw bad("the field " + name + " is no string");
        }
        return text.value();
    }

    private static BuiltinException bad(String problem) {
        return failed("failed to parse a JWK key (set): " + problem);
    }
}
