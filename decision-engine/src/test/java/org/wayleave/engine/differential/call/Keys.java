package org.wayleave.engine.differential.call;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Key pairs made for tests, the same in every run, and how they are written. */
final class Keys {
    private static final Map<String, KeyPair> KNOWN = new TreeMap<>();

    private Keys() {}

    /** A pair by name: {@code rsa}, {@code rsa-small}, {@code P-256}, {@code P-384}, {@code P-521}, {@code Ed25519}, and others of a kind after a colon. */
    static synchronized KeyPair pair(String name) {
        return KNOWN.computeIfAbsent(name, Keys::generate);
    }

    private static KeyPair generate(String name) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(name.getBytes(StandardCharsets.UTF_8));
            String kind = name.split(":", -1)[0];
            if (kind.startsWith("rsa")) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(kind.equals("rsa") ? 2048 : 1024, random);
                return generator.generateKeyPair();
            }
            if (kind.equals("Ed25519")) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
                generator.initialize(255, random);
                return generator.generateKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(kind.replace("P-", "secp") + "r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The members of a JSON Web Key, with or without its private part. */
    static Map<String, String> jwk(String name, boolean withPrivate) {
        KeyPair pair = pair(name);
        Map<String, String> jwk = new TreeMap<>();
        switch (pair.getPrivate()) {
            case RSAPrivateCrtKey key -> {
                jwk.put("kty", "RSA");
                jwk.put("n", number(key.getModulus()));
                jwk.put("e", number(key.getPublicExponent()));
                if (withPrivate) {
                    jwk.put("d", number(key.getPrivateExponent()));
                    jwk.put("p", number(key.getPrimeP()));
                    jwk.put("q", number(key.getPrimeQ()));
                    jwk.put("dp", number(key.getPrimeExponentP()));
                    jwk.put("dq", number(key.getPrimeExponentQ()));
                    jwk.put("qi", number(key.getCrtCoefficient()));
                }
            }
            case ECPrivateKey key -> {
                ECPublicKey open = (ECPublicKey) pair.getPublic();
                int bytes = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
                jwk.put("kty", "EC");
                jwk.put("crv", name.split(":", -1)[0]);
                jwk.put("x", base64(fixed(open.getW().getAffineX(), bytes)));
                jwk.put("y", base64(fixed(open.getW().getAffineY(), bytes)));
                if (withPrivate) {
                    jwk.put("d", base64(fixed(key.getS(), bytes)));
                }
            }
            default -> {
                byte[] info = pair.getPublic().getEncoded();
                byte[] secret = pair.getPrivate().getEncoded();
                jwk.put("kty", "OKP");
                jwk.put("crv", "Ed25519");
                jwk.put("x", base64(Arrays.copyOfRange(info, info.length - 32, info.length)));
                if (withPrivate) {
                    jwk.put("d", base64(Arrays.copyOfRange(secret, secret.length - 32, secret.length)));
                }
            }
        }
        return jwk;
    }

    static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
    }

    private static String number(BigInteger n) {
        return base64(fixed(n, (n.bitLength() + 7) / 8));
    }

    private static byte[] fixed(BigInteger n, int length) {
        byte[] bytes = n.toByteArray();
        byte[] out = new byte[length];
        int count = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - count, out, length - count, count);
        return out;
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
