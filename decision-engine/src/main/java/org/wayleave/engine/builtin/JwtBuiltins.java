package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wayleave.engine.builtin.jose.JoseKey;
import org.wayleave.engine.builtin.jose.JsonWebToken;
import org.wayleave.engine.builtin.jose.JwsAlgorithm;
import org.wayleave.engine.builtin.jose.TokenConstraints;
import org.wayleave.engine.builtin.jose.VerificationKeys;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** JSON Web Tokens: reading, verifying and making them (RFC 7515, 7519). */
final class JwtBuiltins {
    private static final String NESTED = "JWT";

    private static final RegoArray UNVERIFIED = RegoArray.of(RegoBoolean.FALSE, RegoObject.EMPTY, RegoObject.EMPTY);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** What OPA's reader of headers takes for a number, and so for a document without {@code alg}. */
    private static final Pattern LOOSE_NUMBER = Pattern.compile("[0-9.eE+-]+");

    private JwtBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("io.jwt.decode", a -> decode(Operands.string(a, 1)));
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            String name = "io.jwt.verify_" + algorithm.wireName().toLowerCase(Locale.ROOT);
            if (algorithm.wireName().startsWith("HS")) {
                table.binary(name, (a, b) -> verifySecret(algorithm, a, b));
            } else {
                table.add(name, (context, args) -> verify(context, algorithm, args[0], args[1]));
            }
        }
        table.add("io.jwt.decode_verify", JwtBuiltins::decodeVerify);
        table.add(
                "io.jwt.encode_sign",
                (context, args) -> sign(context, GoJson.write(args[0]), GoJson.write(args[1]), GoJson.write(args[2])));
        table.add("io.jwt.encode_sign_raw", (context, args) -> {
            String key = Operands.string(args[2], 3);
            return sign(context, Operands.string(args[0], 1), Operands.string(args[1], 2), key);
        });
    }

    private static RegoValue decode(String text) {
        JsonWebToken token = JsonWebToken.parse(text);
        RegoObject header = token.headerObject();
        String payload = token.payloadText();
        RegoValue contentType = header.get("cty");
        if (contentType != null && !(contentType instanceof RegoString)) {
            throw failed("cty: must be a string");
        }
        if (contentType != null && contentType.equals(RegoString.of(NESTED))) {
            return decode(unquoted(payload)); // each level is a quarter shorter, so this ends soon
        }
        RegoObject claims = JsonWebToken.object(payload);
        byte[] signature;
        try {
            signature = token.signatureBytes();
        } catch (BuiltinException e) {
            throw failed("JWT signature had invalid encoding: " + e.getMessage());
        }
        return RegoArray.of(header, claims, RegoString.of(HexFormat.of().formatHex(signature)));
    }

    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
            from++;
        }
        while (to > from && (text.charAt(to - 1) == '"' || text.charAt(to - 1) == '\'')) {
            to--;
        }
        return text.substring(from, to);
    }

    private static RegoValue verify(BuiltinContext context, JwsAlgorithm algorithm, RegoValue a, RegoValue b) {
        JsonWebToken token = JsonWebToken.parse(Operands.string(a, 1));
        VerificationKeys keys = context.caches().verificationKeys(Operands.string(b, 2));
        byte[] signature = token.signatureBytes();
        JsonWebToken.Header header = JsonWebToken.Header.of(token.headerObject());
        byte[] signed = token.signed();
        return RegoBoolean.of(keys.anyConfirms(header, key -> algorithm.confirms(key, signed, signature)));
    }

    private static RegoValue verifySecret(JwsAlgorithm algorithm, RegoValue a, RegoValue b) {
        String text = Operands.string(a, 1);
        byte[] secret = EncodingBuiltins.bytes(b, 2);
        JsonWebToken token = JsonWebToken.parse(text);
        return RegoBoolean.of(MessageDigest.isEqual(token.signatureBytes(), algorithm.mac(secret, token.signed())));
    }

    private static RegoValue decodeVerify(BuiltinContext context, RegoValue[] args) {
        TokenConstraints constraints = TokenConstraints.of(
                Operands.object(args[1], 2), context.nowNanos(), context.caches()::verificationKeys);
        String text = Operands.string(args[0], 1);
        while (true) {
            JsonWebToken token = JsonWebToken.parse(text);
            RegoObject headerObject = token.headerObject();
            JsonWebToken.Header header = JsonWebToken.Header.of(headerObject);
            if (!constraints.allows(header) || !constraints.confirms(token, header)) {
                return UNVERIFIED;
            }
            text = token.payloadText();
            if (!header.contentType().equalsIgnoreCase(NESTED)) {
                RegoObject claims = JsonWebToken.object(text);
                return constraints.allows(claims) ? RegoArray.of(RegoBoolean.TRUE, headerObject, claims) : UNVERIFIED;
            }
        }
    }

    private static RegoValue sign(BuiltinContext context, String headers, String payload, String keys) {
        JoseKey key = context.caches().signingKeys(keys).stream()
                .findFirst()
                .orElseThrow(() -> failed("no keys found in JWK set"));
        RegoObject header = header(headers);
        if (!(header.get("alg") instanceof RegoString name)) {
            throw failed("missing or invalid 'alg' header: jwsbb: header \"alg\" not found");
        }
        Optional<JwsAlgorithm> algorithm = JwsAlgorithm.named(name.value());
        if (algorithm.isEmpty()) {
            throw failed("unknown JWS algorithm: " + name.value());
        }
        boolean isToken =
                !(header.get("typ") instanceof RegoString type) || type.value().equals(NESTED);
        if (isToken && !isJson(payload)) {
            throw failed("type is JWT but payload is not JSON");
        }
        String signed = base64(headers) + "." + base64(payload);
        byte[] signature = algorithm.get().sign(key, signed.getBytes(StandardCharsets.US_ASCII));
        return RegoString.of(signed + "." + BASE64.encodeToString(signature));
    }

    private static RegoObject header(String text) {
        if (text.isEmpty()) {
            throw failed("missing or invalid 'alg' header: cannot parse JSON: cannot parse empty string");
        }
        try {
            return !LOOSE_NUMBER.matcher(text).matches() && RegoJson.parse(text) instanceof RegoObject o
                    ? o
                    : RegoObject.EMPTY;
        } catch (RegoJsonException e) {
            throw failed("missing or invalid 'alg' header: cannot parse JSON: " + e.getMessage());
        }
    }

    private static boolean isJson(String text) {
        try {
            RegoJson.parse(text);
            return true;
        } catch (RegoJsonException e) {
            return false;
        }
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
