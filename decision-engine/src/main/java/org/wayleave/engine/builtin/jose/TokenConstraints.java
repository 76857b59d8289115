package org.wayleave.engine.builtin.jose;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * What {@code io.jwt.decode_verify} asks of a token: a key and optionally an algorithm, issuer, audience and time (RFC
 * 7519, section 4.1).
 */
public final class TokenConstraints {
    private static final double NANOS = 1_000_000_000;

    private @Nullable VerificationKeys keys;
    private String secret = "";
    private String algorithm = "";
    private String issuer = "";
    private String audience = "";
    private double time; // nanoseconds since 1970

    private final Function<String, VerificationKeys> reader;

    private TokenConstraints(long nowNanos, Function<String, VerificationKeys> reader) {
        this.time = nowNanos;
        this.reader = reader;
    }

    /**
     * Reads the constraints.
     *
     * @param nowNanos the time to check against where the constraints name none
     * @param reader reads keys
     * @throws BuiltinException when one is unknown or of a wrong type, or there is not exactly one key
     */
    public static TokenConstraints of(
            RegoObject constraints, long nowNanos, Function<String, VerificationKeys> reader) {
        TokenConstraints result = new TokenConstraints(nowNanos, reader);
        for (int i = 0; i < constraints.size(); i++) {
            result.set(
                    constraints.keyAt(i) instanceof RegoString s
                            ? s.value()
                            : constraints.keyAt(i).toString(),
                    constraints.valueAt(i));
        }
        if (result.keys != null && !result.secret.isEmpty()) {
            throw failed("duplicate key constraints");
        }
        if (result.keys == null && result.secret.isEmpty()) {
            throw failed("no key constraint");
        }
        return result;
    }

    private void set(String name, RegoValue value) {
        switch (name) {
            case "cert" -> keys = reader.apply(string(name, value));
            case "secret" -> secret = string(name, value);
            case "alg" -> algorithm = string(name, value);
            case "iss" -> issuer = string(name, value);
            case "aud" -> audience = string(name, value);
            case "time" -> {
                if (!(value instanceof RegoNumber n)) {
                    throw failed("token time constraint: must be a number");
                }
                time = n.doubleValue();
                if (time < 0) {
                    throw failed("token time constraint: must not be negative");
                }
            }
            default -> throw failed("unknown token validation constraint: " + name);
        }
    }

    private static String string(String name, RegoValue value) {
        if (!(value instanceof RegoString s)) {
            throw failed(name + " constraint: must be a string");
        }
        return s.value();
    }

    /** Whether a header asks for nothing that is unknown or not allowed here. */
    public boolean allows(JsonWebToken.Header header) {
        return !header.algorithm().isEmpty()
                && header.understood()
                && (algorithm.isEmpty() || algorithm.equals(header.algorithm()));
    }

    /** Whether the token's signature is by the key, or one of the keys. */
    public boolean confirms(JsonWebToken token, JsonWebToken.Header header) {
        Optional<JwsAlgorithm> known =
                JwsAlgorithm.named(header.algorithm().equals("Ed25519") ? "EdDSA" : header.algorithm());
        byte[] signature = token.signatureBytes();
        if (known.isEmpty()) {
            return false;
        }
        byte[] signed = token.signed();
        if (keys != null) {
            return keys.anyConfirms(header, key -> known.get().confirmsStrictly(key, signed, signature));
        }
        JoseKey key =
                new JoseKey("", "", null, null, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "oct"));
        return known.get().confirmsStrictly(key, signed, signature);
    }

    /**
     * Whether the claims are for us and now.
     *
     * @throws BuiltinException when a time among the claims is no number
     */
    public boolean allows(RegoObject claims) {
        if (!issuer.isEmpty()
                && !(claims.get("iss") instanceof RegoString s && s.value().equals(issuer))) {
            return false;
        }
        RegoValue aud = claims.get("aud");
        if (aud == null ? !audience.isEmpty() : !isForUs(aud)) {
            return false;
        }
        RegoNumber now = RegoNumber.of(time / NANOS);
        RegoValue expiry = claims.get("exp");
        if (expiry != null) {
            if (!(expiry instanceof RegoNumber)) {
                throw failed("exp value must be a number");
            }
            if (now.compareTo(expiry) >= 0) {
                return false;
            }
        }
        RegoValue start = claims.get("nbf");
        if (start != null) {
            if (!(start instanceof RegoNumber)) {
                throw failed("nbf value must be a number");
            }
            return now.compareTo(start) >= 0;
        }
        return true;
    }

    private boolean isForUs(RegoValue aud) {
        RegoString us = RegoString.of(audience);
        return aud instanceof RegoArray array ? array.toList().contains(us) : aud.equals(us);
    }
}
