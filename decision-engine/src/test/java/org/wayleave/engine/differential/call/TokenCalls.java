package org.wayleave.engine.differential.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** JSON Web Tokens: signed by every algorithm, read and verified with the right key, a wrong one or an odd one. */
final class TokenCalls implements CallFamily {
    private static final List<String> ALGORITHMS = List.of(
            "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA");
    private static final List<String> PAIRS =
            List.of("rsa-small", "rsa", "P-256", "P-384", "P-521", "Ed25519", "Ed25519:b", "P-256:b");

    @Override
    public List<String> functions() {
        return List.of(
                "io.jwt.decode",
                "io.jwt.decode_verify",
                "io.jwt.encode_sign",
                "io.jwt.encode_sign_raw",
                "io.jwt.verify_hs256",
                "io.jwt.verify_hs512",
                "io.jwt.verify_rs256",
                "io.jwt.verify_rs512",
                "io.jwt.verify_ps256",
                "io.jwt.verify_es256",
                "io.jwt.verify_es384",
                "io.jwt.verify_es512",
                "io.jwt.verify_eddsa");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        if (function.startsWith("io.jwt.encode_sign")) {
            return toSign(function.endsWith("raw"), choices);
        }
        String wanted = function.contains("verify_") ? function.substring(function.indexOf("verify_") + 7) : "";
        String algorithm = ALGORITHMS.stream()
                .filter(a -> a.equalsIgnoreCase(wanted) && !choices.oneIn(6))
                .findFirst()
                .orElseGet(() -> choices.from(ALGORITHMS));
        String pair = pairFor(algorithm);
        String token = token(choices, algorithm, pair);
        if (function.equals("io.jwt.decode")) {
            return List.of(RegoString.of(token));
        }
        if (function.equals("io.jwt.decode_verify")) {
            return List.of(RegoString.of(token), constraints(choices, algorithm, pair));
        }
        boolean secret = wanted.startsWith("hs");
        return List.of(
                RegoString.of(token),
                RegoString.of(secret ? choices.of("secret", "secret", "", "other") : keys(choices, pair)));
    }

    private static String pairFor(String algorithm) {
        return switch (algorithm) {
            case "ES256" -> "P-256";
            case "ES384" -> "P-384";
            case "ES512" -> "P-521";
            case "EdDSA" -> "Ed25519";
            default -> "rsa-small";
        };
    }

    private static RegoObject object(Map<String, String> members) {
        RegoObject.Builder object = RegoObject.builder();
        members.forEach((key, value) -> object.put(key, RegoString.of(value)));
        return object.build();
    }

    private static RegoObject key(Choices choices, String pair, boolean withPrivate) {
        RegoObject jwk = object(Keys.jwk(pair, withPrivate));
        if (choices.oneIn(4)) {
            jwk = jwk.with("alg", RegoString.of(choices.oneIn(8) ? "none" : choices.from(ALGORITHMS)));
        }
        if (choices.oneIn(3)) {
            jwk = jwk.with("kid", RegoString.of(choices.of("k", "l")));
        }
        if (choices.oneIn(8)) {
            jwk = jwk.with("use", RegoString.of(choices.of("sig", "enc", "x")));
        }
        if (choices.oneIn(8)) {
            jwk = jwk.with("key_ops", RegoArray.of(List.of(RegoString.of(choices.of("sign", "verify", "x")))));
        }
        if (choices.oneIn(15)) {
            jwk = jwk.with(
                    choices.of("x", "n", "kty", "crv", "d", "e"), RegoString.of(choices.of("AQ", "", "é", "AAAA")));
        }
        return jwk;
    }

    private static String keys(Choices choices, String right) {
        String pair = choices.oneIn(5) ? choices.from(PAIRS) : right;
        return switch (choices.below(4)) {
            case 0 ->
                Keys.pem(
                        choices.oneIn(10) ? "RSA PUBLIC KEY" : "PUBLIC KEY",
                        Keys.pair(pair).getPublic().getEncoded());
            case 1 -> {
                List<RegoValue> several = choices.many(
                        1, 3, () -> key(choices, choices.oneIn(2) ? pair : choices.from(PAIRS), choices.oneIn(6)));
                yield RegoJson.write(
                        RegoObject.builder().put("keys", RegoArray.of(several)).build());
            }
            default -> RegoJson.write(key(choices, pair, choices.oneIn(6)));
        };
    }

    private static RegoObject header(Choices choices, String algorithm) {
        RegoObject header = RegoObject.builder()
                .put(
                        "alg",
                        RegoString.of(
                                choices.oneIn(15) ? choices.of("none", "HS257", "", "ES256K", "Ed25519") : algorithm))
                .build();
        if (choices.oneIn(2)) {
            header = header.with("typ", RegoString.of(choices.of("JWT", "JWT", "at+jwt", "x")));
        }
        if (choices.oneIn(4)) {
            header = header.with("kid", RegoString.of(choices.of("k", "l", "m")));
        }
        if (choices.oneIn(12)) {
            header = header.with("cty", RegoString.of(choices.of("JWT", "text", "jwt")));
        }
        if (choices.oneIn(12)) {
            header = header.with("crit", RegoJson.parse(choices.of("[\"exp\"]", "[]", "[\"kid\"]", "1")));
        }
        return header;
    }

    private static RegoObject claims(Choices choices) {
        RegoObject claims = choices.object(List.of("a"), () -> choices.json(1));
        for (String time : List.of("exp", "nbf", "iat")) {
            if (choices.oneIn(3)) {
                claims = claims.with(time, RegoJson.parse(choices.of("1000", "2000.5", "0", "\"x\"", "3000", "-1")));
            }
        }
        if (choices.oneIn(3)) {
            claims = claims.with("iss", RegoString.of(choices.of("i", "j"))); // OPA crashes on one that is no string
        }
        if (choices.oneIn(3)) {
            claims = claims.with("aud", RegoJson.parse(choices.of("\"u\"", "[\"u\", \"v\"]", "[]", "\"w\"", "1")));
        }
        return claims;
    }

    private static RegoValue constraints(Choices choices, String algorithm, String pair) {
        RegoObject constraints = RegoObject.EMPTY;
        if (!choices.oneIn(25)) {
            constraints = algorithm.startsWith("HS")
                    ? constraints.with("secret", RegoString.of(choices.of("secret", "secret", "secret", "x", "")))
                    : constraints.with("cert", RegoString.of(keys(choices, pair)));
        }
        if (choices.oneIn(3)) {
            constraints =
                    constraints.with("alg", RegoString.of(choices.oneIn(4) ? choices.from(ALGORITHMS) : algorithm));
        }
        if (choices.oneIn(3)) {
            constraints = constraints.with("iss", RegoString.of(choices.of("i", "", "j")));
        }
        if (choices.oneIn(3)) {
            constraints = constraints.with("aud", RegoString.of(choices.of("u", "v", "")));
        }
        constraints = constraints.with(
                "time",
                RegoJson.parse(
                        choices.of("1500000000000", "2000500000000", "0", "-1", "1e12", "\"x\"", "500000000000.5")));
        return choices.oneIn(25) ? constraints.with("other", RegoString.of("x")) : constraints;
    }

    private static String token(Choices choices, String algorithm, String pair) {
        String header = Keys.base64(RegoJson.write(header(choices, algorithm)).getBytes(StandardCharsets.UTF_8));
        String payload = choices.oneIn(25)
                ? choices.of("", "e30=", "*", "W10", "MQ")
                : Keys.base64(RegoJson.write(claims(choices)).getBytes(StandardCharsets.UTF_8));
        String signed = header + "." + payload;
        byte[] signature = signature(algorithm, pair, signed.getBytes(StandardCharsets.US_ASCII));
        if (choices.oneIn(8)) {
            signature[choices.below(signature.length)] ^= 1;
        }
        if (choices.oneIn(30)) {
            signature = java.util.Arrays.copyOf(signature, choices.below(signature.length + 2));
        }
        String token = signed + "." + Keys.base64(signature);
        return choices.oneIn(30)
                ? choices.of(signed, token + ".x", token + "=", token.replace("-", "+"), " " + token)
                : token;
    }

    private static byte[] signature(String algorithm, String pair, byte[] text) {
        String bits = algorithm.substring(2);
        PrivateKey key = Keys.pair(pair).getPrivate();
        try {
            if (algorithm.startsWith("HS")) {
                Mac mac = Mac.getInstance("HmacSHA" + bits);
                mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HMAC"));
                return mac.doFinal(text);
            }
            Signature signature = Signature.getInstance(
                    switch (algorithm.substring(0, 2)) {
                        case "RS" -> "SHA" + bits + "withRSA";
                        case "PS" -> "RSASSA-PSS";
                        case "ES" -> "SHA" + bits + "withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            if (algorithm.startsWith("PS")) {
                String digest = "SHA-" + bits;
                // A key of 1,024 bits has no room for salt of 64 bytes.
                int salt = Math.min(62, MessageDigest.getInstance(digest).getDigestLength());
                signature.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1));
            }
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<RegoValue> toSign(boolean raw, Choices choices) {
        String algorithm = choices.from(ALGORITHMS);
        boolean secret = algorithm.startsWith("HS") && !choices.oneIn(4);
        // OPA makes HMACs with Ed25519 keys, public ones too; here that is refused.
        String pair = choices.oneIn(4)
                ? choices.from(algorithm.startsWith("HS") ? PAIRS.subList(0, 5) : PAIRS)
                : pairFor(algorithm);
        RegoObject key = secret
                ? object(Map.of(
                        "kty",
                        "oct",
                        "k",
                        Keys.base64(choices.of("secret", "s", "").getBytes(StandardCharsets.UTF_8))))
                : key(choices, pair, !choices.oneIn(8));
        RegoObject header = header(choices, algorithm);
        if (!raw) {
            return List.of(header, claims(choices), key);
        }
        return List.of(
                RegoString.of(
                        choices.oneIn(10) ? choices.of("", "{", "[]", "1", "{\"alg\": 1}") : RegoJson.write(header)),
                RegoString.of(
                        choices.oneIn(6) ? choices.of("", "x", "{}", "[1]", " {} ") : RegoJson.write(claims(choices))),
                RegoString.of(choices.oneIn(20) ? choices.of("", "{}", "{\"keys\":[]}") : RegoJson.write(key)));
    }
}
