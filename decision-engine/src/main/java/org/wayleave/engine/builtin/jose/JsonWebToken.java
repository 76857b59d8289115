package org.wayleave.engine.builtin.jose;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.nio.charset.StandardCharsets;
import org.wayleave.engine.builtin.Base64Text;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A token in the compact form of RFC 7515, section 3.1: three parts in base64, not yet decoded.
 *
 * @param header the first part
 * @param payload the second part
 * @param signature the third part
 */
public record JsonWebToken(String header, String payload, String signature) {

    /**
     * Splits a token.
     *
     * @throws BuiltinException when it has not three parts
     */
    public static JsonWebToken parse(String token) {
        if (token.indexOf('.') < 0) {
            throw failed("encoded JWT had no period separators");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw failed("encoded JWT must have 3 sections, found " + parts.length);
        }
        return new JsonWebToken(parts[0], parts[1], parts[2]);
    }

    /**
     * The header as an object.
     *
     * @throws BuiltinException when it is none, or the token is encrypted
     */
    public RegoObject headerObject() {
        RegoObject object;
        try {
            object = object(text(header, "header"));
        } catch (BuiltinException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            throw message.startsWith("JWT") ? e : failed("bad JWT header: " + message);
        }
        if (object.get("enc") != null) {
            throw failed("JWT is a JWE object, which is not supported");
        }
        return object;
    }

    /** The payload's text. */
    public String payloadText() {
        return text(payload, "payload");
    }

    /** The signature's bytes. */
    public byte[] signatureBytes() {
        return Base64Text.decodeUrl(signature);
    }

    /** What the signature is of. */
    public byte[] signed() {
        return (header + "." + payload).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String part, String name) {
        try {
            // Bytes that are no UTF-8 become U+FFFD, as in Go.
            return new String(Base64Text.decodeUrl(part), StandardCharsets.UTF_8);
        } catch (BuiltinException e) {
            throw failed("JWT " + name + " had invalid encoding: " + e.getMessage());
        }
    }

    /**
     * The JSON object of a text.
     *
     * @throws BuiltinException when it is none
     */
    public static RegoObject object(String json) {
        RegoValue value;
        try {
            value = RegoJson.parse(json);
        } catch (RegoJsonException e) {
            throw failed("invalid JSON: " + e.getMessage());
        }
        if (!(value instanceof RegoObject object)) {
            throw failed("decoded JSON type was not an Object");
        }
        return object;
    }

    /**
     * The header's fields that matter to a verification (RFC 7515, section 4.1).
     *
     * @param algorithm {@code alg}, empty where absent
     * @param keyId {@code kid}, empty where absent
     * @param contentType {@code cty}, empty where absent
     * @param understood whether no field that is critical is unknown
     */
    public record Header(String algorithm, String keyId, String contentType, boolean understood) {
        private static final java.util.Set<String> KNOWN = java.util.Set.of("alg", "kid", "typ", "cty", "crit");

        /**
         * Reads a header.
         *
         * @throws BuiltinException when a known field is of a wrong type
         */
        public static Header of(RegoObject header) {
            string(header, "typ");
            boolean understood = true;
            RegoValue critical = header.get("crit");
            if (critical != null) {
                if (!(critical instanceof RegoArray names)) {
                    throw failed("crit: must be a list");
                }
                boolean any = false;
                for (RegoValue name : names) {
                    if (!(name instanceof RegoString s)) {
                        break; // what follows is not looked at, as in OPA
                    }
                    any = true;
                    understood &= KNOWN.contains(s.value()) || header.get(s) == null;
                }
                if (!any) {
                    throw failed("crit: must be a nonempty list");
                }
            }
            return new Header(string(header, "alg"), string(header, "kid"), string(header, "cty"), understood);
        }

        private static String string(RegoObject header, String name) {
            RegoValue value = header.get(name);
            if (value == null) {
                return "";
            }
            if (!(value instanceof RegoString s)) {
                throw failed(name + ": must be a string");
            }
            return s.value();
        }
    }
}
