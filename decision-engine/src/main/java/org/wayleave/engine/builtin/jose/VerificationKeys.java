package org.wayleave.engine.builtin.jose;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.x509.PemBlock;

/** The keys that a policy names to verify with: a certificate, a public key in PEM, a JWK or a JWK set. */
public final class VerificationKeys {
    /** Kinds of keys that a PEM text may hold. */
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    private final List<JoseKey> keys;

    private VerificationKeys(List<JoseKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads keys.
     *
     * @throws BuiltinException when the text holds none
     */
    public static VerificationKeys read(String text) {
        PemBlock block = PemBlock.first(text);
        if (block == null) {
            return new VerificationKeys(JwkReader.read(text).stream()
                    .filter(k -> k.algorithm().isEmpty()
                            || JwsAlgorithm.named(k.algorithm()).isPresent())
                    .toList());
        }
        if (!block.rest().isEmpty()) {
            throw failed("extra data after a PEM certificate block");
        }
        return switch (block.type()) {
            case "CERTIFICATE" -> new VerificationKeys(List.of(certified(block.bytes())));
            case "PUBLIC KEY" -> new VerificationKeys(List.of(open(block.bytes())));
            default -> throw failed("failed to extract a Key from the PEM certificate");
        };
    }

    private static JoseKey certified(byte[] der) {
        try {
            return JoseKey.of(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der))
                    .getPublicKey());
        } catch (CertificateException e) {
            throw failed("failed to parse a PEM certificate: " + e.getMessage());
        }
    }

    private static JoseKey open(byte[] der) {
        return ALGORITHMS.stream()
                .flatMap(algorithm -> key(algorithm, der).stream())
                .findFirst()
                .map(JoseKey::of)
                .orElseThrow(() -> failed("failed to parse a PEM public key: it is no RSA, EC or Ed25519 key"));
    }

    private static Optional<PublicKey> key(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // a key of another kind
        }
    }

    /** The rule by which a key confirms a signature. */
    @FunctionalInterface
    public interface Check {
        boolean confirms(JoseKey key);
    }

    /**
     * Whether a key confirms: the one that the token names where it is here, otherwise any that is for the token's
     * algorithm or does not say what it is for.
     */
    public boolean anyConfirms(JsonWebToken.Header header, Check check) {
        if (!header.keyId().isEmpty()) {
            for (JoseKey key : keys) {
                if (key.id().equals(header.keyId())) {
                    return check.confirms(key);
                }
            }
        }
        for (JoseKey key : keys) {
            if ((key.algorithm().isEmpty() || key.algorithm().equals(header.algorithm())) && check.confirms(key)) {
                return true;
            }
        }
        return false;
    }
}
