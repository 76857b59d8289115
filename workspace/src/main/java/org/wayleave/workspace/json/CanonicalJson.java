package org.wayleave.workspace.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;

/**
 * The canonical form of JSON (RFC 8785) and its SHA-256: two texts with the same meaning have the same bytes and the same hash.
 *
 * <p>Numbers are IEEE 754 doubles, as the RFC demands. A whole number that a double cannot hold exactly is refused rather than
 * silently changed; write such a number as a string.
 */
public final class CanonicalJson {

    /** What every content hash starts with. */
    public static final String HASH_PREFIX = "sha256:";

    private static final BigInteger EXACT = BigInteger.TWO.pow(53);
    private static final JsonFactory FACTORY = JsonMappers.factory(JsonMappers.LONGEST_DOCUMENT);

    private CanonicalJson() {}

    /**
     * The canonical UTF-8 bytes of a JSON text of at most {@link JsonMappers#LONGEST_DOCUMENT} characters.
     *
     * @throws JsonProblem when the text is not JSON, is too large or too deep, repeats a name, or holds a number or character
     *     that the canonical form cannot keep
     */
    public static byte[] bytes(String json) {
        check(json);
        try {
            return encoded(new JsonCanonicalizer(json).getEncodedString());
        } catch (IOException e) {
            throw new JsonProblem("The text has no canonical form: " + e.getMessage(), e);
        }
    }

    /** The canonical form as a string. */
    public static String text(String json) {
        return new String(bytes(json), StandardCharsets.UTF_8);
    }

    /** {@code sha256:} and 64 hexadecimal digits over the canonical bytes. */
    public static String hash(String json) {
        return hash(bytes(json));
    }

    /** {@code sha256:} and 64 hexadecimal digits over bytes that are canonical already. */
    public static String hash(byte[] canonical) {
        return HASH_PREFIX + HexFormat.of().formatHex(sha256().digest(canonical));
    }

    /** A fresh SHA-256 digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void check(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonProblem("The text is empty; a JSON object or array is needed.");
            }
            if (!first.isStructStart()) {
                throw new JsonProblem("The text is a single JSON value; an object or array is needed.");
            }
            for (JsonToken token = first; token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    checkWhole(parser);
                } else if (token == JsonToken.VALUE_NUMBER_FLOAT
                        && Double.isInfinite(parser.getDecimalValue().doubleValue())) {
                    throw new JsonProblem("The number at "
                            + parser.getParsingContext().pathAsPointer() + " is too large for JSON in canonical form.");
                }
                if (token.isStructEnd() && parser.getParsingContext().inRoot()) {
                    if (parser.nextToken() != null) {
                        throw new JsonProblem("There is text after the end of the JSON, at line "
                                + parser.currentTokenLocation().getLineNr() + ".");
                    }
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            throw new JsonProblem("The text is not usable JSON" + place(e) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new JsonProblem("The text cannot be read: " + e.getMessage(), e);
        }
        throw new JsonProblem("The JSON ends too early.");
    }

    private static void checkWhole(JsonParser parser) throws IOException {
        BigInteger value = parser.getBigIntegerValue();
        if (value.abs().compareTo(EXACT) > 0) {
            double nearest = value.doubleValue();
            if (Double.isInfinite(nearest)
                    || new BigDecimal(NumberToJSON.serializeNumber(nearest)).compareTo(new BigDecimal(value)) != 0) {
                throw new JsonProblem(
                        "The whole number at " + parser.getParsingContext().pathAsPointer()
                                + " has more digits than JSON in canonical form can keep; write it as a string.");
            }
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static byte[] encoded(String canonical) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(canonical));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new JsonProblem("The text holds half of a surrogate pair, which UTF-8 cannot carry.", e);
        }
    }
}
