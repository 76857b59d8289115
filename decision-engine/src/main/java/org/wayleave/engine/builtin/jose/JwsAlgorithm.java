package org.wayleave.engine.builtin.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;

/**
 * The signature algorithms of RFC 7518, section 3, and RFC 8037 that OPA knows. Keys of RSA below 1,024 bits neither
 * make nor confirm a signature, as in Go.
 */
public enum JwsAlgorithm {
    HS256(Family.HMAC, "SHA-256"),
    HS384(Family.HMAC, "SHA-384"),
    HS512(Family.HMAC, "SHA-512"),
    RS256(Family.RSA, "SHA-256"),
    RS384(Family.RSA, "SHA-384"),
    RS512(Family.RSA, "SHA-512"),
    PS256(Family.RSA_PSS, "SHA-256"),
    PS384(Family.RSA_PSS, "SHA-384"),
    PS512(Family.RSA_PSS, "SHA-512"),
    ES256(Family.ECDSA, "SHA-256"),
    ES384(Family.ECDSA, "SHA-384"),
    ES512(Family.ECDSA, "SHA-512"),
    ED_DSA(Family.ED_DSA, "");

    private static final int LEAST_RSA_BITS = 1_024;

    private enum Family {
        HMAC,
        RSA,
        RSA_PSS,
        ECDSA,
        ED_DSA
    }

    private final Family family;
    private final String digest;

    JwsAlgorithm(Family family, String digest) {
        this.family = family;
        this.digest = digest;
    }

    /** The algorithm of a header's {@code alg}. */
    public static Optional<JwsAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(a -> a.wireName().equals(name)).findFirst();
    }

    /** The name in headers and keys. */
    public String wireName() {
        return this == ED_DSA ? "EdDSA" : name();
    }

    /**
     * Whether the signature is right, under the rules of OPA's {@code io.jwt.verify_*}: only a public key confirms, a
     * signature by RSA-PSS may have salt of any length, and the halves of one by ECDSA may be of any length.
     */
    public boolean confirms(JoseKey key, byte[] signed, byte[] signature) {
        try {
            return confirms(key.exported(), RsaPss.anySalt(digest), signed, signature);
        } catch (GeneralSecurityException e) {
            return false; // a key or signature that cannot be one confirms nothing
        }
    }

    /**
     * Whether the signature is right, under the rules of OPA's {@code io.jwt.decode_verify}: a private key stands for
     * its public part, salt is as long as the digest and an ECDSA signature exactly as long as the curve asks.
     */
    public boolean confirmsStrictly(JoseKey key, byte[] signed, byte[] signature) {
        try {
            SecretKey secret = key.secret();
            if (secret != null) {
                return family == Family.HMAC && MessageDigest.isEqual(mac(secret.getEncoded(), signed), signature);
            }
            PublicKey open = key.publicKey();
            if (open instanceof ECPublicKey ec && signature.length != 2 * coordinateBytes(ec)) {
                return false;
            }
            return open != null && confirms(open, RsaPss.saltOfDigestLength(digest), signed, signature);
        } catch (GeneralSecurityException e) {
            return false; // a key or signature that cannot be one confirms nothing
        }
    }

    private boolean confirms(@Nullable Key key, RsaPss pss, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        return switch (family) {
            case HMAC -> false;
            case RSA -> key instanceof RSAPublicKey rsa && rsa(rsa, signed, signature);
            case RSA_PSS -> key instanceof RSAPublicKey rsa && pss.confirms(rsa, signed, signature);
            case ECDSA -> key instanceof ECPublicKey ec && ecdsa(ec, signed, signature);
            case ED_DSA -> key instanceof EdECPublicKey ed && verify("Ed25519", ed, signed, signature);
        };
    }

    /** The keyed digest of {@code HS*}. */
    public byte[] mac(byte[] secret, byte[] signed) {
        String name = "Hmac" + digest.replace("-", "");
        try {
            Mac mac = Mac.getInstance(name);
            // The JDK refuses an empty key; one zero byte is the same key, since keys are padded with zeros.
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, name));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute " + name + ".", e);
        }
    }

    /**
     * Signs. {@code PS*} and {@code ES*} draw randomness from the system, so two signatures of one text differ. Only a
     * secret signs by {@code HS*}: that OPA lets the bytes of an Ed25519 key, even of a public one, pass for a secret is not
     * followed.
     *
     * @throws BuiltinException when the key does not go with the algorithm
     */
    public byte[] sign(JoseKey key, byte[] text) {
        SecretKey secret = key.secret();
        if (family == Family.HMAC && secret != null) {
            return mac(secret.getEncoded(), text);
        }
        PrivateKey priv = key.privateKey();
        if (priv == null) {
            throw BuiltinException.failed("the key is no private key for " + wireName());
        }
        try {
            Signature signature = signer(priv);
            signature.initSign(priv);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw BuiltinException.failed("the key does not sign by " + wireName() + ": " + e.getMessage());
        }
    }

    private Signature signer(Key key) throws GeneralSecurityException {
        String hash = digest.replace("-", "");
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new InvalidKeyException("crypto/rsa: " + rsa.getModulus().bitLength() + "-bit keys are insecure");
        }
        if (key instanceof RSAPrivateCrtKey rsa && !goesTogether(rsa)) {
            throw new InvalidKeyException("crypto/rsa: invalid exponents");
        }
        if (key instanceof RSAKey && family == Family.RSA) {
            return Signature.getInstance(hash + "withRSA");
        }
        if (key instanceof RSAKey && family == Family.RSA_PSS) {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            int salt = MessageDigest.getInstance(digest).getDigestLength();
            pss.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1));
            return pss;
        }
        if (key instanceof ECKey && family == Family.ECDSA) {
            return Signature.getInstance(hash + "withECDSAinP1363Format");
        }
        if (key instanceof EdECKey && family == Family.ED_DSA) {
            return Signature.getInstance("Ed25519");
        }
        throw new InvalidKeyException("it is a key of another kind");
    }

    /** Whether the private exponent undoes the public one. */
    private static boolean goesTogether(RSAPrivateCrtKey key) {
        BigInteger product = key.getPublicExponent().multiply(key.getPrivateExponent());
        return Stream.of(key.getPrimeP(), key.getPrimeQ())
                .map(prime -> prime.subtract(BigInteger.ONE))
                .allMatch(prime -> product.mod(prime).equals(BigInteger.ONE));
    }

    private boolean rsa(RSAPublicKey key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        return key.getModulus().bitLength() >= LEAST_RSA_BITS
                && verify(digest.replace("-", "") + "withRSA", key, signed, signature);
    }

    private boolean ecdsa(ECPublicKey key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        int half = signature.length / 2;
        BigInteger r = new BigInteger(1, signature, 0, half);
        BigInteger s = new BigInteger(1, signature, half, signature.length - half);
        int bytes = coordinateBytes(key);
        if (r.bitLength() > bytes * 8 || s.bitLength() > bytes * 8) {
            return false;
        }
        byte[] plain = new byte[2 * bytes];
        copy(r, plain, bytes);
        copy(s, plain, 2 * bytes);
        return verify(digest.replace("-", "") + "withECDSAinP1363Format", key, signed, plain);
    }

    /** Writes a number so that it ends before {@code end}. */
    private static void copy(BigInteger number, byte[] to, int end) {
        byte[] bytes = number.toByteArray();
        int skip = bytes[0] == 0 ? 1 : 0;
        System.arraycopy(bytes, skip, to, end - (bytes.length - skip), bytes.length - skip);
    }

    private static int coordinateBytes(ECPublicKey key) {
        return (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    }

    private static boolean verify(String name, PublicKey key, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance(name);
        check.initVerify(key);
        check.update(signed);
        try {
            return check.verify(signature);
        } catch (SignatureException e) {
            return false; // not of the form of a signature
        }
    }
}
